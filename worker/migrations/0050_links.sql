-- By which people without an account send the first form of a process. Only a hash of each secret is kept. fixed: the
-- values a link says; about: the public id of the case it is about. hash is NULL where each person has a link of their own.
CREATE TABLE links (
  id TEXT PRIMARY KEY,
  hash TEXT UNIQUE,
  name TEXT NOT NULL,
  process TEXT NOT NULL,
  owner TEXT NOT NULL,
  fixed TEXT NOT NULL CHECK (json_valid(fixed)),
  about TEXT,
  opens_at TEXT NOT NULL,
  closes_at TEXT NOT NULL,
  quota INTEGER,
  received INTEGER NOT NULL DEFAULT 0,
  created_at TEXT NOT NULL,
  revoked_by TEXT,
  revoked_at TEXT,
  CONSTRAINT links_quota CHECK (quota IS NULL OR received <= quota)
) STRICT;
CREATE INDEX links_in_order ON links (created_at);
CREATE INDEX links_about ON links (about) WHERE about IS NOT NULL;

-- One-time links; note: for whom.
CREATE TABLE personal_links (
  hash TEXT PRIMARY KEY,
  link TEXT NOT NULL,
  place INTEGER NOT NULL,
  note TEXT NOT NULL,
  used_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX personal_links_of ON personal_links (link, place);
