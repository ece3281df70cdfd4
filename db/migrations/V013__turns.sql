-- How each answer of the team came about: which models and tools, what was held back, what it cost.
-- One row for each answer; its cause is the key of the line that was said.
CREATE TABLE turns (
  shop            TEXT NOT NULL,
  conversation    TEXT NOT NULL,
  cause           TEXT NOT NULL,
  first_message   BIGINT NOT NULL,
  last_message    BIGINT NOT NULL,
  role            TEXT NOT NULL,
  prompt          TEXT NOT NULL,
  day             TEXT NOT NULL,
  at              BIGINT NOT NULL,
  millis          BIGINT NOT NULL,
  models          TEXT NOT NULL,
  tokens_in       BIGINT NOT NULL,
  tokens_out      BIGINT NOT NULL,
  cost_millionths BIGINT NOT NULL,
  held            INTEGER NOT NULL,
  house_instead   INTEGER NOT NULL CHECK (house_instead IN (0, 1)),
  steps           TEXT NOT NULL,
  PRIMARY KEY (shop, conversation, cause),
  FOREIGN KEY (shop, conversation) REFERENCES conversations (shop, id)
);

CREATE INDEX turns_by_time ON turns (shop, at);
