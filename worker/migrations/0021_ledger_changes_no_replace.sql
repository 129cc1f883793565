CREATE TRIGGER ledger_changes_no_replace BEFORE INSERT ON ledger_changes
WHEN EXISTS (SELECT 1 FROM ledger_changes WHERE ledger = NEW.ledger AND row = NEW.row AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'ledger_changes: version taken'); END;
