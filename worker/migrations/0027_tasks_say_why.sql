-- why: the rule that ended a task although its person did not decide. reminded_at: urged or reminded last.
ALTER TABLE tasks ADD COLUMN why TEXT;
ALTER TABLE tasks ADD COLUMN reminded_at TEXT;
