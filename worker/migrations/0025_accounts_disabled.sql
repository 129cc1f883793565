-- Disabling an account ends its sessions in the same transaction.
CREATE TRIGGER accounts_disabled AFTER UPDATE OF disabled ON accounts
WHEN NEW.disabled = 1
BEGIN DELETE FROM sessions WHERE person = NEW.person; END;
