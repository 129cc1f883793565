-- Which cases' logs name a file. While one does, the file cannot go; and no entry can name a file that is gone.
CREATE TABLE file_uses (
  file TEXT NOT NULL REFERENCES files (id),
  case_id INTEGER NOT NULL,
  PRIMARY KEY (file, case_id)
) STRICT, WITHOUT ROWID;

-- A row comes before its content: stored says that the content is there. sweep_at: when somebody looks whether the file
-- is still wanted; NULL when a case names it.
ALTER TABLE files ADD COLUMN stored INTEGER NOT NULL DEFAULT 1 CHECK (stored IN (0, 1));
ALTER TABLE files ADD COLUMN sweep_at TEXT;
CREATE INDEX files_to_sweep ON files (sweep_at) WHERE sweep_at IS NOT NULL;
CREATE INDEX files_of_content ON files (sha256);
CREATE INDEX files_of_person ON files (person, at, size);

-- Content that no row needs any more, until the object is gone. run: who is removing it, since claimed_at.
CREATE TABLE file_removals (
  sha256 TEXT PRIMARY KEY,
  run TEXT,
  claimed_at TEXT
) STRICT, WITHOUT ROWID;

INSERT INTO file_uses (file, case_id)
SELECT DISTINCT f.id, e.key >> 16 FROM entries e, json_tree(e.body) t JOIN files f ON f.id = t.atom WHERE t.key = 'id';
UPDATE files SET sweep_at = strftime('%Y-%m-%dT%H:%M:%fZ', at, '+7 days')
WHERE id NOT IN (SELECT file FROM file_uses);
