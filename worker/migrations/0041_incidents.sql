-- What could not be carried out and waits for a person: an order of the outbox (source: its id) or what time makes
-- happen in a case (source: the public id). What was resolved stays.
CREATE TABLE incidents (
  id INTEGER PRIMARY KEY,
  kind TEXT NOT NULL CHECK (kind IN ('start', 'revoke', 'duty', 'stop', 'child-opened', 'child-ended', 'tick')),
  source TEXT NOT NULL,
  case_id INTEGER,
  process TEXT,
  code TEXT NOT NULL,
  params TEXT NOT NULL CHECK (json_valid(params)),
  first_at TEXT NOT NULL,
  last_at TEXT NOT NULL,
  attempts INTEGER NOT NULL,
  state TEXT NOT NULL DEFAULT 'open' CHECK (state IN ('open', 'resolved')),
  retried_by TEXT,
  resolved_by TEXT,
  resolved_at TEXT
) STRICT;
CREATE UNIQUE INDEX incidents_open ON incidents (kind, source) WHERE state = 'open';
CREATE INDEX incidents_by_state ON incidents (state, id);
