CREATE TRIGGER ledger_changes_no_update BEFORE UPDATE ON ledger_changes
BEGIN SELECT RAISE(ABORT, 'ledger_changes: append-only'); END;
