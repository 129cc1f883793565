-- Values to begin a form with, under a name: a person's own, or shared with everybody in a unit and below it.
CREATE TABLE templates (
  id TEXT PRIMARY KEY,
  person TEXT NOT NULL,
  process TEXT NOT NULL,
  definition_version INTEGER NOT NULL,
  name TEXT NOT NULL,
  unit TEXT,
  "values" TEXT NOT NULL CHECK (json_valid("values")),
  saved_at TEXT NOT NULL
) STRICT;
CREATE INDEX templates_of_person ON templates (person, process);
CREATE INDEX templates_of_unit ON templates (unit, process) WHERE unit IS NOT NULL;
