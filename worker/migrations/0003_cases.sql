-- The last number given out by a process in a period ('2026', '2026-11', or '' when it never starts over).
CREATE TABLE counters (
  process TEXT NOT NULL,
  period TEXT NOT NULL,
  n INTEGER NOT NULL,
  PRIMARY KEY (process, period)
) STRICT, WITHOUT ROWID;

-- id stays inside; public is the id in addresses. state and needs can be rebuilt from entries.
CREATE TABLE cases (
  id INTEGER PRIMARY KEY,
  public TEXT NOT NULL UNIQUE,
  number TEXT NOT NULL UNIQUE,
  process TEXT NOT NULL,
  definition_version INTEGER NOT NULL,
  seq INTEGER NOT NULL CHECK (seq BETWEEN 1 AND 65535),
  status TEXT NOT NULL CHECK (status IN ('open', 'completed', 'rejected', 'withdrawn')),
  starter TEXT NOT NULL,
  subject TEXT NOT NULL,
  started_at TEXT NOT NULL,
  updated_at TEXT NOT NULL,
  wake_at TEXT,
  head TEXT NOT NULL,
  state TEXT NOT NULL CHECK (json_valid(state)),
  needs TEXT NOT NULL CHECK (json_valid(needs)),
  parent INTEGER,
  parent_step TEXT
) STRICT;
CREATE INDEX cases_of_process ON cases (process);
CREATE INDEX cases_of_starter ON cases (starter);
CREATE INDEX cases_to_wake ON cases (wake_at) WHERE wake_at IS NOT NULL;
CREATE INDEX cases_of_parent ON cases (parent, parent_step) WHERE parent IS NOT NULL;

-- The log: one row a command, key = case * 65536 + seq. body: the events; hash: over body, stamp and the hash before.
CREATE TABLE entries (
  key INTEGER PRIMARY KEY,
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid(body)),
  previous TEXT NOT NULL,
  hash TEXT NOT NULL
) STRICT;

-- Who has, had or was shown something. A seat that waits for another is neither open nor done. key = case * 65536 + seat.
-- Can be rebuilt from entries.
CREATE TABLE tasks (
  key INTEGER PRIMARY KEY,
  person TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('fill', 'approve', 'copy')),
  step TEXT NOT NULL,
  since TEXT NOT NULL,
  due_at TEXT,
  open INTEGER NOT NULL CHECK (open IN (0, 1)),
  outcome TEXT,
  done_at TEXT,
  read_at TEXT
) STRICT;
CREATE INDEX tasks_to_do ON tasks (person, since) WHERE open = 1 AND kind <> 'copy';
CREATE INDEX tasks_done ON tasks (person, done_at) WHERE done_at IS NOT NULL AND kind <> 'copy';
CREATE INDEX tasks_copied ON tasks (person, since) WHERE kind = 'copy';

-- Who opened which version of a case, the first time.
CREATE TABLE reads (
  case_id INTEGER NOT NULL,
  person TEXT NOT NULL,
  version INTEGER NOT NULL,
  at TEXT NOT NULL,
  PRIMARY KEY (case_id, person, version)
) STRICT, WITHOUT ROWID;
