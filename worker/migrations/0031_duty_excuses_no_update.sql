CREATE TRIGGER duty_excuses_no_update BEFORE UPDATE ON duty_excuses
BEGIN SELECT RAISE(ABORT, 'duty_excuses: append-only'); END;
