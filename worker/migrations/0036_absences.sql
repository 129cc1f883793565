-- Who is away on which local days, both included, and who acts for them; processes: JSON list of ids, NULL for all.
-- An absence that was called off or ended early stays, with who did it and when.
CREATE TABLE absences (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  proxy TEXT NOT NULL CHECK (proxy <> person),
  first_day TEXT NOT NULL,
  last_day TEXT NOT NULL CHECK (last_day >= first_day),
  processes TEXT CHECK (processes IS NULL OR json_valid(processes)),
  by TEXT NOT NULL,
  at TEXT NOT NULL,
  ended_by TEXT,
  ended_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX absences_present ON absences (last_day) WHERE ended_at IS NULL;

-- What of it is not over, as [person, proxy, first day, last day, processes]: a request reads it with the workspace.
-- Can be rebuilt from absences.
ALTER TABLE workspace ADD COLUMN absences TEXT NOT NULL DEFAULT '[]' CHECK (json_valid(absences));
DROP TRIGGER workspace_in_order;

-- Seats that wait for others, by person: somebody who leaves hands them over, too.
CREATE INDEX tasks_waiting ON tasks (person) WHERE open = 0 AND done_at IS NULL AND kind <> 'copy';

-- How far a job is that looks at everything once whenever its input changes. Can be dropped: it looks again.
CREATE TABLE job_state (
  job TEXT PRIMARY KEY,
  input TEXT NOT NULL,
  after INTEGER
) STRICT, WITHOUT ROWID;
