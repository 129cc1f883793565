CREATE TRIGGER ledger_changes_no_delete BEFORE DELETE ON ledger_changes
BEGIN SELECT RAISE(ABORT, 'ledger_changes: append-only'); END;
