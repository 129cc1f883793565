CREATE TABLE accounts (
  person TEXT PRIMARY KEY,
  password TEXT NOT NULL,
  disabled INTEGER NOT NULL DEFAULT 0 CHECK (disabled IN (0, 1))
) STRICT, WITHOUT ROWID;

-- hash: SHA-256 of the token that only the browser has.
CREATE TABLE sessions (
  hash TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  created_at TEXT NOT NULL,
  expires_at TEXT NOT NULL,
  seen_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX sessions_to_end ON sessions (expires_at);
CREATE INDEX sessions_of_person ON sessions (person);

-- Sign-ins tried: n since `since`; none is tried before `free_at`. bucket: a hash of the account or the address.
CREATE TABLE attempts (
  bucket TEXT PRIMARY KEY,
  n INTEGER NOT NULL,
  since TEXT NOT NULL,
  free_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX attempts_to_forget ON attempts (since);
