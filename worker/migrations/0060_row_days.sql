-- Days on which rows of ledgers start cases: the day each row says now, and whether it was looked at. rule: the process and
-- a name that stays the same as long as the days do. Can be rebuilt from ledger_rows but for what is done.
CREATE TABLE row_days (
  rule TEXT NOT NULL,
  row TEXT NOT NULL,
  day TEXT NOT NULL,
  done INTEGER NOT NULL CHECK (done IN (0, 1)),
  PRIMARY KEY (rule, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX row_days_open ON row_days (rule, day) WHERE done = 0;

-- How far the rows that were there before a rule were read; they are read in the order of their ids.
CREATE TABLE row_day_fills (
  rule TEXT PRIMARY KEY,
  since TEXT NOT NULL,
  passed TEXT NOT NULL,
  filled INTEGER NOT NULL CHECK (filled IN (0, 1))
) STRICT, WITHOUT ROWID;
