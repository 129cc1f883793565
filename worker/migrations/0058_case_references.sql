-- Which cases point to a case (its public id) or to a ledger row (its address). Says where to look: what a case points to now is in its values. Can be rebuilt.
CREATE TABLE case_references (
  target TEXT NOT NULL,
  source INTEGER NOT NULL,
  PRIMARY KEY (target, source)
) STRICT, WITHOUT ROWID;
