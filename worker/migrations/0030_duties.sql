-- What the calendar has asked of whom: one row for each period and subject of a recurring duty, for ever. The key makes a
-- second opening impossible. starts: the period's first day. filed_at, ended_at and reminded can be rebuilt from entries;
-- case_id is empty until the ordered case is there.
CREATE TABLE duties (
  process TEXT NOT NULL,
  starts TEXT NOT NULL,
  period TEXT NOT NULL,
  subject TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('person', 'unit', 'row')),
  title TEXT,
  person TEXT NOT NULL,
  opens_at TEXT NOT NULL,
  due_at TEXT NOT NULL,
  provisional INTEGER NOT NULL CHECK (provisional IN (0, 1)),
  closes_at TEXT,
  case_id INTEGER,
  filed_at TEXT,
  ended_at TEXT,
  reminded TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(reminded)),
  PRIMARY KEY (process, starts, period, subject)
) STRICT, WITHOUT ROWID;
CREATE INDEX duties_of_person ON duties (person, process);
CREATE INDEX duties_missing ON duties (person, due_at) WHERE filed_at IS NULL AND ended_at IS NULL;

-- Who let whom off, and why: append-only.
CREATE TABLE duty_excuses (
  process TEXT NOT NULL,
  starts TEXT NOT NULL,
  period TEXT NOT NULL,
  subject TEXT NOT NULL,
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (process, starts, period, subject)
) STRICT, WITHOUT ROWID;

-- Up to when the duties of a process were opened, by which version's rule, and when the next period opens.
CREATE TABLE duty_cursors (
  process TEXT PRIMARY KEY,
  version INTEGER NOT NULL,
  until TEXT NOT NULL,
  next_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
