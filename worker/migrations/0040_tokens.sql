-- By which machines start cases of one process for one person. Only a hash is kept; a token is never shown again.
CREATE TABLE tokens (
  id TEXT PRIMARY KEY,
  hash TEXT NOT NULL UNIQUE,
  name TEXT NOT NULL,
  process TEXT NOT NULL,
  person TEXT NOT NULL,
  created_by TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  used_at TEXT,
  revoked_by TEXT,
  revoked_at TEXT
) STRICT;
CREATE INDEX tokens_in_order ON tokens (created_at);
