-- What each person often says with a decision: a JSON list in the person's own order.
CREATE TABLE phrases (
  person TEXT PRIMARY KEY,
  own TEXT NOT NULL CHECK (json_valid(own)),
  saved_at TEXT NOT NULL
) STRICT, WITHOUT ROWID;
