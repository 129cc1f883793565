-- Without it INSERT OR REPLACE would rewrite an excuse: it fires no delete trigger. Two who excuse at once: the second is told.
CREATE TRIGGER duty_excuses_no_replace BEFORE INSERT ON duty_excuses
WHEN EXISTS (
  SELECT 1 FROM duty_excuses
  WHERE process = NEW.process AND starts = NEW.starts AND period = NEW.period AND subject = NEW.subject
)
BEGIN SELECT RAISE(ABORT, 'duty_excuses: excused'); END;
