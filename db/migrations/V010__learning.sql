-- What customers asked that the team could not answer, offered to the owners as something to learn:
-- whose wording would be kept, and whose task has the owner's answer.

CREATE TABLE lessons (
  shop       TEXT NOT NULL,
  number     INTEGER NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('offered', 'kept', 'declined')),
  words_task  INTEGER NOT NULL,
  answer_task INTEGER,
  offered_at BIGINT NOT NULL,
  decided_at BIGINT,
  decided_by TEXT,
  PRIMARY KEY (shop, number)
);

-- The lesson to which a question belongs; the askers' words stand in their tasks alone.
ALTER TABLE tasks ADD COLUMN lesson INTEGER;

-- How far the team speaks by itself, subject by subject; '*' while it only looks on.
CREATE TABLE topic_levels (
  shop   TEXT NOT NULL,
  topic  TEXT NOT NULL,
  level  TEXT NOT NULL CHECK (level IN ('shadow', 'draft', 'recall', 'send')),
  streak INTEGER NOT NULL,
  PRIMARY KEY (shop, topic)
);

-- What the team would have said, beside the task in which a person says it.
CREATE TABLE drafts (
  shop    TEXT NOT NULL,
  task    INTEGER NOT NULL,
  topic   TEXT NOT NULL,
  shadow  INTEGER NOT NULL CHECK (shadow IN (0, 1)),
  text    TEXT NOT NULL,
  sources TEXT NOT NULL,
  prompt  TEXT NOT NULL,
  PRIMARY KEY (shop, task),
  FOREIGN KEY (shop, task) REFERENCES tasks (shop, number)
);
