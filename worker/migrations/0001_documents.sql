-- Published definitions (kind process) and workspace documents: every version, for ever.
CREATE TABLE documents (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  digest TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  author TEXT NOT NULL,
  reason TEXT NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (kind, id, version)
) STRICT;

-- Which version of each document is the present one. Can be rebuilt from documents.
CREATE TABLE heads (
  kind TEXT NOT NULL,
  id TEXT NOT NULL,
  version INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- The present workspace documents merged into one row, so that a request reads one. Can be rebuilt from documents.
CREATE TABLE workspace (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  version INTEGER NOT NULL,
  digest TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body))
) STRICT;
