-- Who speaks, what was said, what a person has to do, and which job ran.

CREATE TABLE people (
  shop     TEXT NOT NULL,
  id       TEXT NOT NULL,
  name     TEXT NOT NULL,
  kind     TEXT NOT NULL CHECK (kind IN ('OWNER', 'STAFF')),
  language TEXT NOT NULL,
  PRIMARY KEY (shop, id)
) STRICT;

CREATE TABLE pairings (
  shop       TEXT NOT NULL,
  code_hash  TEXT NOT NULL,
  person     TEXT NOT NULL,
  expires_at INTEGER NOT NULL,
  used_at    INTEGER,
  PRIMARY KEY (shop, code_hash),
  FOREIGN KEY (shop, person) REFERENCES people (shop, id)
) STRICT;

CREATE TABLE conversations (
  shop       TEXT NOT NULL,
  id         TEXT NOT NULL,
  channel    TEXT NOT NULL,
  address    TEXT NOT NULL,
  person     TEXT,
  customer   TEXT,
  language   TEXT NOT NULL,
  pending    TEXT,
  created_at INTEGER NOT NULL,
  PRIMARY KEY (shop, id),
  UNIQUE (shop, channel, address),
  FOREIGN KEY (shop, person) REFERENCES people (shop, id)
) STRICT;

-- One row for each thing said, in either direction: the inbox and the outbox are two views of it,
-- and the transcript is its order.
CREATE TABLE messages (
  seq          INTEGER PRIMARY KEY AUTOINCREMENT,
  shop         TEXT NOT NULL,
  conversation TEXT NOT NULL,
  direction    TEXT NOT NULL CHECK (direction IN ('in', 'out')),
  key          TEXT NOT NULL,
  kind         TEXT NOT NULL,
  author       TEXT NOT NULL,
  text         TEXT NOT NULL,
  buttons      TEXT NOT NULL DEFAULT '',
  sources      TEXT NOT NULL DEFAULT '',
  prompt       TEXT NOT NULL DEFAULT '',
  at           INTEGER NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('new', 'done', 'failed', 'maybe')),
  attempts     INTEGER NOT NULL DEFAULT 0,
  UNIQUE (shop, conversation, direction, key),
  FOREIGN KEY (shop, conversation) REFERENCES conversations (shop, id)
) STRICT;

CREATE INDEX messages_by_conversation ON messages (shop, conversation, seq);
CREATE INDEX messages_to_do ON messages (shop, direction, state, seq);

CREATE TABLE tasks (
  shop         TEXT NOT NULL,
  number       INTEGER NOT NULL,
  kind         TEXT NOT NULL,
  summary      TEXT NOT NULL,
  conversation TEXT,
  customer     TEXT,
  subject      TEXT,
  urgent       INTEGER NOT NULL DEFAULT 0 CHECK (urgent IN (0, 1)),
  state        TEXT NOT NULL CHECK (state IN ('open', 'done')),
  answer       TEXT,
  created_at   INTEGER NOT NULL,
  done_at      INTEGER,
  done_by      TEXT,
  PRIMARY KEY (shop, number)
) STRICT;

CREATE TABLE job_runs (
  shop        TEXT NOT NULL,
  job         TEXT NOT NULL,
  slot        INTEGER NOT NULL,
  state       TEXT NOT NULL CHECK (state IN ('started', 'done', 'failed', 'skipped')),
  started_at  INTEGER NOT NULL,
  finished_at INTEGER,
  note        TEXT NOT NULL DEFAULT '',
  PRIMARY KEY (shop, job, slot)
) STRICT;
