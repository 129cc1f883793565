-- How somebody likes to look at a ledger: filters, order and columns under a name.
CREATE TABLE ledger_views (
  person TEXT NOT NULL,
  ledger TEXT NOT NULL,
  id TEXT NOT NULL,
  name TEXT NOT NULL,
  query TEXT NOT NULL CHECK (json_valid(query)),
  saved_at TEXT NOT NULL,
  PRIMARY KEY (person, ledger, id)
) STRICT, WITHOUT ROWID;
