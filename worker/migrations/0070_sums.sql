-- What is kept summed up. id: digest of the formula; wanted 0: nothing names it any more and it is taken away bit by bit.
-- passed: the number of the last row of its source that is in it (place of a ledger row, id of a case): later rows are
-- not, while it is filled from history. Once it is full, that is more than any number.
CREATE TABLE sums (
  key INTEGER PRIMARY KEY,
  id TEXT NOT NULL,
  source TEXT NOT NULL,
  wanted INTEGER NOT NULL CHECK (wanted IN (0, 1)),
  passed INTEGER NOT NULL
) STRICT;
CREATE UNIQUE INDEX sums_wanted ON sums (id) WHERE wanted = 1;

-- Names by which forms look sums up: <ledger>.<sum>.
CREATE TABLE sum_names (
  name TEXT PRIMARY KEY,
  sum INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- How much was added to each group: at all (''), in each year (y2026), month (m2026-11) and day (d2026-11-22). n: rows;
-- v1 to v8: whole units of what is added up. Can be rebuilt from ledger_changes and entries.
CREATE TABLE sum_totals (
  sum INTEGER NOT NULL,
  bucket TEXT NOT NULL,
  grp TEXT NOT NULL,
  n INTEGER NOT NULL,
  v1 INTEGER NOT NULL,
  v2 INTEGER NOT NULL,
  v3 INTEGER NOT NULL,
  v4 INTEGER NOT NULL,
  v5 INTEGER NOT NULL,
  v6 INTEGER NOT NULL,
  v7 INTEGER NOT NULL,
  v8 INTEGER NOT NULL,
  PRIMARY KEY (sum, bucket, grp)
) STRICT, WITHOUT ROWID;

-- Which row counted in which group on which days (numbers of days since 1970-01-01, both included; no until: it still
-- does). node: where an interval that has ended hangs in the tree of days, the highest node inside it. Can be rebuilt.
CREATE TABLE sum_members (
  sum INTEGER NOT NULL,
  subject TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER CHECK (until >= since),
  grp TEXT NOT NULL,
  node INTEGER GENERATED ALWAYS AS (
    CASE
      WHEN until IS NULL THEN NULL
      WHEN since = until THEN until
      WHEN since >> 1 = until >> 1 THEN until
      WHEN since >> 2 = until >> 2 THEN until >> 1 << 1
      WHEN since >> 3 = until >> 3 THEN until >> 2 << 2
      WHEN since >> 4 = until >> 4 THEN until >> 3 << 3
      WHEN since >> 5 = until >> 5 THEN until >> 4 << 4
      WHEN since >> 6 = until >> 6 THEN until >> 5 << 5
      WHEN since >> 7 = until >> 7 THEN until >> 6 << 6
      WHEN since >> 8 = until >> 8 THEN until >> 7 << 7
      WHEN since >> 9 = until >> 9 THEN until >> 8 << 8
      WHEN since >> 10 = until >> 10 THEN until >> 9 << 9
      WHEN since >> 11 = until >> 11 THEN until >> 10 << 10
      WHEN since >> 12 = until >> 12 THEN until >> 11 << 11
      WHEN since >> 13 = until >> 13 THEN until >> 12 << 12
      WHEN since >> 14 = until >> 14 THEN until >> 13 << 13
      WHEN since >> 15 = until >> 15 THEN until >> 14 << 14
      WHEN since >> 16 = until >> 16 THEN until >> 15 << 15
      WHEN since >> 17 = until >> 17 THEN until >> 16 << 16
      ELSE until >> 17 << 17
    END
  ) STORED,
  PRIMARY KEY (sum, subject, since)
) STRICT, WITHOUT ROWID;
CREATE INDEX sum_members_now ON sum_members (sum, grp, since, subject) WHERE until IS NULL;
CREATE INDEX sum_members_until ON sum_members (sum, grp, node, until, subject) WHERE until IS NOT NULL;
CREATE INDEX sum_members_since ON sum_members (sum, grp, node, since, subject) WHERE until IS NOT NULL;
