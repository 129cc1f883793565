-- The optimistic lock of publishing: two at the same time cannot both merge from the same base. Absences are no part of
-- what is published.
CREATE TRIGGER workspace_in_order BEFORE UPDATE OF version, digest, body ON workspace
WHEN NEW.version <> OLD.version + 1
BEGIN SELECT RAISE(ABORT, 'workspace: out of order'); END;
