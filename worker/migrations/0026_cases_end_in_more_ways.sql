-- The same table with two more ends of a case: cancelled (void) and revoked. SQLite cannot change a CHECK in place.
CREATE TABLE cases_next (
  id INTEGER PRIMARY KEY,
  public TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  process TEXT NOT NULL,
  definition_version INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK (seq BETWEEN 1 AND 65535),
  status TEXT NOT NULL CHECK (status IN ('open', 'completed', 'rejected', 'withdrawn', 'cancelled', 'revoked')),
  starter TEXT NOT NULL,
  subject TEXT NOT NULL,
  started_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  wake_at TEXT,
  head TEXT NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state)),
  needs TEXT NOT NULL CHECK (json_valid(needs)),
  parent INTEGER,
  parent_step TEXT
) STRICT;
INSERT INTO cases_next SELECT * FROM cases;
DROP TABLE cases;
ALTER TABLE cases_next RENAME TO cases;
CREATE INDEX cases_of_process ON cases (process);
CREATE INDEX cases_of_starter ON cases (starter);
CREATE INDEX cases_to_wake ON cases (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX cases_of_parent ON cases (parent, parent_step) WHERE parent IS NOT NULL;
