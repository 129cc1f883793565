-- Rows get a number that stays theirs, whatever becomes of the file: other tables point to it.
CREATE TABLE ledger_rows_numbered (
  place INTEGER PRIMARY KEY,
  ledger TEXT NOT NULL,
  row TEXT NOT NULL,
  version INTEGER NOT NULL,
  case_id INTEGER,
  cells TEXT NOT NULL CHECK (json_valid(cells)),
  updated_at TEXT NOT NULL,
  UNIQUE (ledger, row)
) STRICT;
INSERT INTO ledger_rows_numbered (place, ledger, row, version, case_id, cells, updated_at)
SELECT rowid, ledger, row, version, case_id, cells, updated_at FROM ledger_rows ORDER BY rowid;
DROP TABLE ledger_rows;
ALTER TABLE ledger_rows_numbered RENAME TO ledger_rows;
CREATE INDEX ledger_rows_in_order ON ledger_rows (ledger, place);

-- Single values of the present rows, so that rows are found and put in order by any column without reading the others.
-- Kept by triggers: whoever writes a row need not know.
CREATE TABLE ledger_cells (
  ledger TEXT NOT NULL,
  column TEXT NOT NULL,
  value TEXT NOT NULL,
  place INTEGER NOT NULL,
  PRIMARY KEY (ledger, column, value, place)
) STRICT, WITHOUT ROWID;
CREATE INDEX ledger_cells_of_row ON ledger_cells (place, column, value);
CREATE INDEX ledger_cells_as_numbers ON ledger_cells (ledger, column, CAST(value AS REAL), place);

CREATE TRIGGER ledger_cells_of_new_row AFTER INSERT ON ledger_rows
BEGIN
  INSERT OR IGNORE INTO ledger_cells (ledger, column, value, place)
  SELECT NEW.ledger, key, CAST(value AS TEXT), NEW.place
  FROM json_each(NEW.cells) WHERE type NOT IN ('null', 'array', 'object') AND length(value) BETWEEN 1 AND 100;
END;

CREATE TRIGGER ledger_cells_of_changed_row AFTER UPDATE OF cells ON ledger_rows
BEGIN
  DELETE FROM ledger_cells WHERE place = NEW.place;
  INSERT OR IGNORE INTO ledger_cells (ledger, column, value, place)
  SELECT NEW.ledger, key, CAST(value AS TEXT), NEW.place
  FROM json_each(NEW.cells) WHERE type NOT IN ('null', 'array', 'object') AND length(value) BETWEEN 1 AND 100;
END;

INSERT OR IGNORE INTO ledger_cells (ledger, column, value, place)
SELECT r.ledger, j.key, CAST(j.value AS TEXT), r.place
FROM ledger_rows r, json_each(r.cells) j
WHERE j.type NOT IN ('null', 'array', 'object') AND length(j.value) BETWEEN 1 AND 100;
