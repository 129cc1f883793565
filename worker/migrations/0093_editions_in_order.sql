-- The optimistic lock of two editions at the same time; without it INSERT OR REPLACE would rewrite one.
CREATE TRIGGER editions_in_order BEFORE INSERT ON editions
WHEN NEW.edition <> (SELECT coalesce(max(edition), 0) + 1 FROM editions WHERE kind = NEW.kind AND id = NEW.id)
BEGIN SELECT RAISE(ABORT, 'editions: out of order'); END;
