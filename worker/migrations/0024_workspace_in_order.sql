-- The optimistic lock of publishing: two at the same time cannot both merge from the same base.
CREATE TRIGGER workspace_in_order BEFORE UPDATE ON workspace
WHEN NEW.version <> OLD.version + 1
BEGIN SELECT RAISE(ABORT, 'workspace: out of order'); END;
