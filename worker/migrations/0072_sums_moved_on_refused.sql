CREATE TRIGGER sums_seen_check INSTEAD OF INSERT ON sums_seen
WHEN NEW.changed > 0 OR NEW.digest <> (SELECT digest FROM workspace WHERE id = 1)
BEGIN SELECT RAISE(ABORT, 'sums: moved on'); END;
