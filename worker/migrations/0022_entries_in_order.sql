-- The optimistic lock of a case: who comes second with the same seq writes nothing. Refuses INSERT OR REPLACE too.
CREATE TRIGGER entries_in_order BEFORE INSERT ON entries
WHEN NEW.key <> coalesce(
  (SELECT max(key) FROM entries WHERE key BETWEEN (NEW.key & ~65535) AND (NEW.key | 65535)),
  NEW.key & ~65535
) + 1
BEGIN SELECT RAISE(ABORT, 'entries: out of order'); END;
