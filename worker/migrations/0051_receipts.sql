-- By which somebody without an account asks what became of what they sent. case_id: its public id.
CREATE TABLE receipts (
  hash TEXT PRIMARY KEY,
  link TEXT NOT NULL,
  case_id TEXT NOT NULL,
  at TEXT NOT NULL,
  wrote_at TEXT
) STRICT, WITHOUT ROWID;
CREATE INDEX receipts_of_link ON receipts (link);

-- What probably no person sent; administrators release or delete it. personal: the hash of the one-time link.
CREATE TABLE quarantine (
  id TEXT PRIMARY KEY,
  link TEXT NOT NULL,
  personal TEXT,
  receipt TEXT NOT NULL,
  form TEXT NOT NULL CHECK (json_valid(form)),
  at TEXT NOT NULL
) STRICT;
CREATE INDEX quarantine_of_link ON quarantine (link, at);
CREATE INDEX quarantine_receipt ON quarantine (receipt);
