CREATE TRIGGER duty_excuses_no_delete BEFORE DELETE ON duty_excuses
BEGIN SELECT RAISE(ABORT, 'duty_excuses: append-only'); END;
