-- What can be used once: tickets of public forms, one-time links, the one message of a receipt.
CREATE TABLE spent (
  id TEXT PRIMARY KEY,
  until TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX spent_until ON spent (until);

-- How often something happened since a moment. bucket: a hash.
CREATE TABLE rates (
  bucket TEXT PRIMARY KEY,
  since TEXT NOT NULL,
  n INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX rates_since ON rates (since);

-- The key that signs tickets, drawn here once and never shown.
CREATE TABLE ticket_key (
  id INTEGER PRIMARY KEY CHECK (id = 1),
  secret TEXT NOT NULL
) STRICT;
INSERT INTO ticket_key (id, secret) VALUES (1, lower(hex(randomblob(32))));
