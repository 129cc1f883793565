-- What was delivered of decision tables and settings, and what administrators made of it: every edition, for ever.
-- `delivered` is the digest of what was delivered when the edition was made; `base` the edition it was made from.
CREATE TABLE editions (
  kind TEXT NOT NULL CHECK (kind IN ('table', 'setting')),
  id TEXT NOT NULL,
  edition INTEGER NOT NULL CHECK (edition > 0),
  origin TEXT NOT NULL CHECK (origin IN ('delivered', 'made')),
  content TEXT NOT NULL CHECK (json_valid(content)),
  digest TEXT NOT NULL,
  delivered TEXT NOT NULL,
  base INTEGER,
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (kind, id, edition)
) STRICT;
