-- Answers that lie ready for a person of the shop, and what a person has promised a customer.

CREATE TABLE ready_replies (
  shop    TEXT NOT NULL,
  task    INTEGER NOT NULL,
  number  INTEGER NOT NULL,
  text    TEXT NOT NULL,
  sources TEXT NOT NULL,
  PRIMARY KEY (shop, task, number),
  FOREIGN KEY (shop, task) REFERENCES tasks (shop, number)
) STRICT;

CREATE TABLE promises (
  shop         TEXT NOT NULL,
  number       INTEGER NOT NULL,
  conversation TEXT NOT NULL,
  customer     TEXT,
  person       TEXT NOT NULL,
  words        TEXT NOT NULL,
  made_at      INTEGER NOT NULL,
  due_at       INTEGER NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('open', 'kept', 'dropped')),
  asked        INTEGER NOT NULL DEFAULT 0 CHECK (asked IN (0, 1)),
  PRIMARY KEY (shop, number)
) STRICT;

CREATE INDEX promises_due ON promises (shop, state, due_at);
