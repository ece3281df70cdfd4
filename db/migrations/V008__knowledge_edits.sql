-- What the shop is taught: for each line from whom, in which words and for how long; and each change
-- of the knowledge as one thing that waits for a tap, counts, or was taken back.
ALTER TABLE knowledge_sections ADD COLUMN file TEXT NOT NULL DEFAULT '';

ALTER TABLE knowledge_lines ADD COLUMN other TEXT NOT NULL DEFAULT '';
ALTER TABLE knowledge_lines ADD COLUMN origin TEXT NOT NULL DEFAULT '';
ALTER TABLE knowledge_lines ADD COLUMN valid_from TEXT;
ALTER TABLE knowledge_lines ADD COLUMN valid_until TEXT;
ALTER TABLE knowledge_lines ADD COLUMN edit INTEGER;

CREATE TABLE knowledge_edits (
  shop    TEXT NOT NULL,
  number  INTEGER NOT NULL,
  source  TEXT NOT NULL CHECK (source IN ('file', 'owner')),
  origin  TEXT NOT NULL,
  state   TEXT NOT NULL CHECK (state IN ('asked', 'counts', 'undone')),
  said_at BIGINT NOT NULL,
  PRIMARY KEY (shop, number)
);

-- The lines that a edit puts away; those it contradicts stay if both shall be kept.
CREATE TABLE knowledge_drops (
  shop     TEXT NOT NULL,
  edit   INTEGER NOT NULL,
  section  INTEGER NOT NULL,
  position INTEGER NOT NULL,
  clash    INTEGER NOT NULL CHECK (clash IN (0, 1)),
  PRIMARY KEY (shop, edit, section, position)
);

CREATE TRIGGER knowledge_edits_update_revised AFTER UPDATE ON knowledge_edits BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER knowledge_drops_insert_revised AFTER INSERT ON knowledge_drops BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER knowledge_drops_delete_revised AFTER DELETE ON knowledge_drops BEGIN
  INSERT INTO revisions (shop, number) VALUES (OLD.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;
