CREATE TRIGGER reads_no_replace BEFORE INSERT ON reads
WHEN EXISTS (SELECT 1 FROM reads WHERE case_id = NEW.case_id AND person = NEW.person AND version = NEW.version)
BEGIN SELECT RAISE(IGNORE); END;
