-- The present rows. Can be rebuilt from ledger_changes.
CREATE TABLE ledger_rows (
  ledger TEXT NOT NULL,
  row TEXT NOT NULL,
  version INTEGER NOT NULL,
  case_id INTEGER,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  updated_at TEXT NOT NULL,
  PRIMARY KEY (ledger, row)
) STRICT;
-- In the order of entry: the rowid is part of every index.
CREATE INDEX ledger_rows_in_order ON ledger_rows (ledger);

-- Every version of every row. The key is the lock: two cases cannot both write version n.
CREATE TABLE ledger_changes (
  ledger TEXT NOT NULL,
  row TEXT NOT NULL,
  version INTEGER NOT NULL CHECK (version > 0),
  case_id INTEGER,
  seq INTEGER,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  at TEXT NOT NULL,
  PRIMARY KEY (ledger, row, version)
) STRICT;
