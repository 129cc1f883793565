-- Without it INSERT OR REPLACE would rewrite a version: it fires no delete trigger.
CREATE TRIGGER documents_no_replace BEFORE INSERT ON documents
WHEN EXISTS (SELECT 1 FROM documents WHERE kind = NEW.kind AND id = NEW.id AND version = NEW.version)
BEGIN SELECT RAISE(ABORT, 'documents: version taken'); END;
