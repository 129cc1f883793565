-- Commands carried out, by a hash of person and Idempotency-Key: the same key gets the same answer.
CREATE TABLE commands (
  key TEXT PRIMARY KEY,
  fingerprint TEXT NOT NULL,
  status INTEGER NOT NULL,
  response TEXT NOT NULL CHECK (json_valid(response)),
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What people have typed and not sent. case_id: the public id of the case it belongs to.
CREATE TABLE drafts (
  person TEXT NOT NULL,
  id TEXT NOT NULL,
  process TEXT NOT NULL,
  definition_version INTEGER NOT NULL,
  "case" TEXT,
  step TEXT,
  "values" TEXT NOT NULL CHECK (json_valid("values")),
  revision INTEGER NOT NULL CHECK (revision > 0),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (person, id)
) STRICT;

CREATE TABLE files (
  id TEXT PRIMARY KEY,
  sha256 TEXT NOT NULL,
  name TEXT NOT NULL,
  type TEXT NOT NULL,
  size INTEGER NOT NULL,
  person TEXT NOT NULL,
  at TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- What a committed command still has to cause. Done at least once; the id makes the effect happen once.
CREATE TABLE outbox (
  id TEXT PRIMARY KEY,
  kind TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  at TEXT NOT NULL,
  attempts INTEGER NOT NULL DEFAULT 0,
  next_at TEXT NOT NULL,
  state TEXT NOT NULL DEFAULT 'pending' CHECK (state IN ('pending', 'done', 'parked')),
  last_error TEXT
) STRICT;
CREATE INDEX outbox_pending ON outbox (next_at) WHERE state = 'pending';
