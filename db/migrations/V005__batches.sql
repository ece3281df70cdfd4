-- One row for each message of an approved broadcast: each is sent at most once.
CREATE TABLE attempt_items (
  shop     TEXT    NOT NULL,
  intent   TEXT    NOT NULL,
  item     INTEGER NOT NULL,
  tag      TEXT    NOT NULL,
  state    TEXT    NOT NULL CHECK (state IN ('PLANNED', 'SENT', 'TAKEN', 'REFUSED', 'LEFT', 'DONE')),
  charged  INTEGER NOT NULL DEFAULT 0 CHECK (charged >= 0),
  PRIMARY KEY (shop, intent, item),
  UNIQUE (shop, tag),
  FOREIGN KEY (shop, intent) REFERENCES attempts (shop, intent)
) STRICT;

CREATE TRIGGER attempt_items_pairs BEFORE UPDATE ON attempt_items
WHEN NEW.tag <> OLD.tag OR NEW.charged < OLD.charged
  OR (NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN (
    'PLANNED>SENT', 'PLANNED>LEFT', 'SENT>TAKEN', 'SENT>REFUSED', 'SENT>DONE', 'TAKEN>DONE'))
BEGIN SELECT RAISE(ABORT, 'gate: a message is sent once'); END;
CREATE TRIGGER attempt_items_stay BEFORE DELETE ON attempt_items
BEGIN SELECT RAISE(ABORT, 'gate: a message is never forgotten'); END;
