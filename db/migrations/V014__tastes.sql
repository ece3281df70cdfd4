-- How the owners want things to be written: what they said, and what of it code keeps by itself.

CREATE TABLE tastes (
  shop       TEXT NOT NULL,
  number     INTEGER NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN
               ('NO_EXCLAMATION', 'NO_EMOJI', 'NEVER_WORD', 'POLITE_YOU', 'FREE')),
  word       TEXT NOT NULL,
  said       TEXT NOT NULL,
  said_by    TEXT NOT NULL,
  said_at    BIGINT NOT NULL,
  dropped_by TEXT,
  dropped_at BIGINT,
  PRIMARY KEY (shop, number)
);

CREATE INDEX tastes_kept ON tastes (shop, number) WHERE dropped_at IS NULL;

-- What is still open in one conversation is looked up with each of its messages.
CREATE INDEX tasks_open_in ON tasks (shop, conversation) WHERE state = 'open';
