CREATE TRIGGER files_named_stay AFTER INSERT ON file_uses
BEGIN UPDATE files SET sweep_at = NULL WHERE id = NEW.file; END;
