-- The gate's tables. Their classes live in bot/gate; nobody else writes here.
-- Times are milliseconds since 1970, amounts whole minor units, hashes lower-case hex.

CREATE TABLE gate_shops (
  shop    TEXT    NOT NULL PRIMARY KEY,
  frozen  INTEGER NOT NULL DEFAULT 0 CHECK (frozen IN (0, 1)),
  epoch   INTEGER NOT NULL DEFAULT 1 CHECK (epoch >= 1),
  clock   INTEGER NOT NULL DEFAULT 0
) STRICT;

CREATE TRIGGER gate_shops_forward BEFORE UPDATE ON gate_shops
WHEN NEW.clock < OLD.clock OR NEW.epoch < OLD.epoch OR NEW.shop <> OLD.shop
BEGIN SELECT RAISE(ABORT, 'gate: neither time nor the epoch goes back'); END;

CREATE TABLE spend_docs (
  shop       TEXT    NOT NULL,
  intent     TEXT    NOT NULL,
  doc_hash   TEXT    NOT NULL,
  body       BLOB    NOT NULL,
  PRIMARY KEY (shop, intent),
  UNIQUE (shop, intent, doc_hash)
) STRICT;

CREATE TRIGGER spend_docs_keep BEFORE UPDATE ON spend_docs
BEGIN SELECT RAISE(ABORT, 'gate: a document never changes'); END;
CREATE TRIGGER spend_docs_stay BEFORE DELETE ON spend_docs
BEGIN SELECT RAISE(ABORT, 'gate: a document is never deleted'); END;

CREATE TABLE spend_intents (
  shop          TEXT    NOT NULL,
  intent        TEXT    NOT NULL,
  doc_hash      TEXT    NOT NULL,
  kind          TEXT    NOT NULL,
  category      TEXT    NOT NULL,
  provider      TEXT    NOT NULL,
  fingerprint   TEXT    NOT NULL,
  state         TEXT    NOT NULL,
  tier          INTEGER NOT NULL CHECK (tier BETWEEN 1 AND 2),
  blocked       INTEGER NOT NULL DEFAULT 0 CHECK (blocked IN (0, 1)),
  amount        INTEGER NOT NULL CHECK (amount >= 0),
  currency      TEXT    NOT NULL,
  epoch         INTEGER NOT NULL,
  asked_by      TEXT    NOT NULL,
  conversation  TEXT    NOT NULL,
  proposal_key  TEXT    NOT NULL,
  created_at    INTEGER NOT NULL,
  created_day   TEXT    NOT NULL,
  expires_at    INTEGER NOT NULL,
  not_before    INTEGER,
  use_by        INTEGER,
  approved_by   TEXT,
  approved_at   INTEGER,
  charged       INTEGER NOT NULL DEFAULT 0 CHECK (charged >= 0),
  platform_id   TEXT,
  ended         TEXT,
  unknown_since INTEGER,
  reminded      INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (shop, intent),
  UNIQUE (shop, proposal_key),
  FOREIGN KEY (shop, intent, doc_hash) REFERENCES spend_docs (shop, intent, doc_hash)
) STRICT;

CREATE INDEX spend_intents_by_state ON spend_intents (shop, state);

CREATE TRIGGER spend_intents_begin BEFORE INSERT ON spend_intents
WHEN NEW.state <> 'AWAITING'
BEGIN SELECT RAISE(ABORT, 'gate: a spend begins by waiting for a person'); END;

CREATE TRIGGER spend_intents_stay BEFORE DELETE ON spend_intents
BEGIN SELECT RAISE(ABORT, 'gate: a spend is never deleted'); END;

CREATE TRIGGER spend_intents_keep BEFORE UPDATE ON spend_intents
WHEN NEW.shop <> OLD.shop OR NEW.intent <> OLD.intent OR NEW.doc_hash <> OLD.doc_hash
  OR NEW.kind <> OLD.kind OR NEW.category <> OLD.category OR NEW.provider <> OLD.provider
  OR NEW.tier <> OLD.tier OR NEW.blocked <> OLD.blocked OR NEW.amount <> OLD.amount
  OR NEW.currency <> OLD.currency OR NEW.epoch <> OLD.epoch OR NEW.expires_at <> OLD.expires_at
  OR NEW.proposal_key <> OLD.proposal_key OR NEW.asked_by <> OLD.asked_by
  OR NEW.charged < OLD.charged
  OR (OLD.not_before IS NOT NULL AND NEW.not_before IS NOT OLD.not_before)
  OR (OLD.use_by IS NOT NULL AND NEW.use_by IS NOT OLD.use_by)
BEGIN SELECT RAISE(ABORT, 'gate: what was approved never changes'); END;

CREATE TRIGGER spend_intents_pairs BEFORE UPDATE OF state ON spend_intents
WHEN NEW.state <> OLD.state AND (OLD.state || '>' || NEW.state) NOT IN (
  'AWAITING>ARMED', 'AWAITING>REJECTED', 'AWAITING>EXPIRED', 'AWAITING>SUPERSEDED',
  'ARMED>SENDING', 'ARMED>VOIDED',
  'SENDING>ACTIVE', 'SENDING>UNKNOWN', 'SENDING>VOIDED',
  'UNKNOWN>ACTIVE', 'UNKNOWN>VOIDED', 'UNKNOWN>NEEDS_HUMAN',
  'NEEDS_HUMAN>ACTIVE', 'NEEDS_HUMAN>VOIDED',
  'ACTIVE>SETTLED')
BEGIN SELECT RAISE(ABORT, 'gate: not a legal pair of states'); END;

CREATE TABLE approvals (
  shop        TEXT    NOT NULL,
  intent      TEXT    NOT NULL,
  person      TEXT    NOT NULL,
  step        TEXT    NOT NULL CHECK (step IN ('REVIEW', 'AMOUNT', 'CONFIRM')),
  doc_hash    TEXT    NOT NULL,
  shown_hash  TEXT    NOT NULL,
  language    TEXT    NOT NULL,
  token_hash  TEXT    NOT NULL,
  epoch       INTEGER NOT NULL,
  at          INTEGER NOT NULL,
  mac         TEXT    NOT NULL,
  UNIQUE (shop, intent, person, step, doc_hash),
  FOREIGN KEY (shop, intent, doc_hash) REFERENCES spend_docs (shop, intent, doc_hash)
) STRICT;

CREATE TRIGGER approvals_keep BEFORE UPDATE ON approvals
BEGIN SELECT RAISE(ABORT, 'gate: an approval never changes'); END;
CREATE TRIGGER approvals_stay BEFORE DELETE ON approvals
BEGIN SELECT RAISE(ABORT, 'gate: an approval is never deleted'); END;

CREATE TRIGGER spend_intents_approved BEFORE UPDATE OF state ON spend_intents
WHEN NEW.state = 'ARMED' AND OLD.state <> 'ARMED' AND (
  NEW.blocked = 1 OR NEW.not_before IS NULL OR NEW.use_by IS NULL
  OR NOT EXISTS (SELECT 1 FROM gate_shops g
                 WHERE g.shop = NEW.shop AND g.frozen = 0 AND g.epoch = NEW.epoch AND g.clock < NEW.expires_at)
  OR NOT EXISTS (SELECT 1 FROM approvals c JOIN approvals r
                   ON r.shop = c.shop AND r.intent = c.intent AND r.person = c.person AND r.step = 'REVIEW'
                  AND r.doc_hash = c.doc_hash AND r.epoch = c.epoch AND r.at <= c.at
                 WHERE c.shop = NEW.shop AND c.intent = NEW.intent AND c.step = 'CONFIRM'
                   AND c.doc_hash = NEW.doc_hash AND c.epoch = NEW.epoch
                   AND (NEW.tier = 1 OR EXISTS (
                         SELECT 1 FROM approvals a
                         WHERE a.shop = c.shop AND a.intent = c.intent AND a.person = c.person AND a.step = 'AMOUNT'
                           AND a.doc_hash = c.doc_hash AND a.epoch = c.epoch
                           AND a.at >= r.at AND a.at <= c.at))))
BEGIN SELECT RAISE(ABORT, 'gate: not armed without every step of one person'); END;

-- Double entry in one row: what the debit account gains, the credit account gives.
CREATE TABLE gate_ledger (
  shop      TEXT    NOT NULL,
  entry     INTEGER NOT NULL,
  intent    TEXT    NOT NULL,
  kind      TEXT    NOT NULL CHECK (kind IN ('HOLD', 'POST', 'RELEASE', 'OVERRUN')),
  debit     TEXT    NOT NULL,
  credit    TEXT    NOT NULL CHECK (credit <> debit),
  amount    INTEGER NOT NULL CHECK (amount > 0),
  currency  TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  PRIMARY KEY (shop, entry),
  FOREIGN KEY (shop, intent) REFERENCES spend_intents (shop, intent)
) STRICT;

CREATE UNIQUE INDEX gate_ledger_once ON gate_ledger (shop, intent, kind) WHERE kind IN ('HOLD', 'RELEASE');
CREATE INDEX gate_ledger_by_intent ON gate_ledger (shop, intent);

CREATE TRIGGER gate_ledger_keep BEFORE UPDATE ON gate_ledger
BEGIN SELECT RAISE(ABORT, 'gate: the ledger is only added to'); END;
CREATE TRIGGER gate_ledger_stay BEFORE DELETE ON gate_ledger
BEGIN SELECT RAISE(ABORT, 'gate: the ledger is only added to'); END;

CREATE TRIGGER gate_ledger_within BEFORE INSERT ON gate_ledger
WHEN NEW.kind IN ('POST', 'RELEASE') AND NEW.amount > (
  SELECT COALESCE(SUM(CASE WHEN kind = 'HOLD' THEN amount WHEN kind IN ('POST', 'RELEASE') THEN -amount ELSE 0 END), 0)
  FROM gate_ledger WHERE shop = NEW.shop AND intent = NEW.intent)
BEGIN SELECT RAISE(ABORT, 'gate: no more than what is held'); END;

CREATE TRIGGER gate_ledger_hold BEFORE INSERT ON gate_ledger
WHEN NEW.kind = 'HOLD' AND NOT EXISTS (
  SELECT 1 FROM spend_intents WHERE shop = NEW.shop AND intent = NEW.intent
     AND amount = NEW.amount AND currency = NEW.currency)
BEGIN SELECT RAISE(ABORT, 'gate: a hold is the whole approved amount'); END;

CREATE TRIGGER spend_intents_claim BEFORE UPDATE OF state ON spend_intents
WHEN NEW.state = 'SENDING' AND OLD.state <> 'SENDING' AND (
  NOT EXISTS (SELECT 1 FROM gate_shops g
              WHERE g.shop = NEW.shop AND g.frozen = 0 AND g.epoch = NEW.epoch
                AND g.clock >= NEW.not_before AND g.clock <= NEW.use_by)
  OR NEW.amount <> (SELECT COALESCE(SUM(CASE WHEN kind = 'HOLD' THEN amount ELSE -amount END), 0)
                    FROM gate_ledger WHERE shop = NEW.shop AND intent = NEW.intent))
BEGIN SELECT RAISE(ABORT, 'gate: nothing is sent while frozen, out of time, or without its hold'); END;

CREATE TABLE cap_windows (
  shop      TEXT    NOT NULL,
  category  TEXT    NOT NULL,
  slot      TEXT    NOT NULL,
  cap       INTEGER NOT NULL CHECK (cap >= 0),
  reserved  INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  posted    INTEGER NOT NULL DEFAULT 0 CHECK (posted >= 0),
  overrun   INTEGER NOT NULL DEFAULT 0 CHECK (overrun >= 0),
  PRIMARY KEY (shop, category, slot),
  CHECK (reserved + posted <= cap)
) STRICT;

CREATE TABLE cap_draws (
  shop      TEXT NOT NULL,
  intent    TEXT NOT NULL,
  category  TEXT NOT NULL,
  slot      TEXT NOT NULL,
  PRIMARY KEY (shop, intent, category, slot),
  FOREIGN KEY (shop, category, slot) REFERENCES cap_windows (shop, category, slot)
) STRICT;

-- One row for each spend that was ever sent.
CREATE TABLE attempts (
  shop          TEXT    NOT NULL,
  intent        TEXT    NOT NULL,
  idem_key      TEXT    NOT NULL,
  tag           TEXT    NOT NULL,
  request_hash  TEXT    NOT NULL,
  started_at    INTEGER NOT NULL,
  send_by       INTEGER NOT NULL,
  absent_at     INTEGER,
  PRIMARY KEY (shop, intent),
  UNIQUE (shop, tag),
  FOREIGN KEY (shop, intent) REFERENCES spend_intents (shop, intent)
) STRICT;

CREATE TRIGGER attempts_keep BEFORE UPDATE ON attempts
WHEN NEW.intent <> OLD.intent OR NEW.idem_key <> OLD.idem_key OR NEW.tag <> OLD.tag
  OR NEW.request_hash <> OLD.request_hash OR NEW.started_at <> OLD.started_at OR NEW.send_by <> OLD.send_by
BEGIN SELECT RAISE(ABORT, 'gate: an attempt never changes'); END;
CREATE TRIGGER attempts_stay BEFORE DELETE ON attempts
BEGIN SELECT RAISE(ABORT, 'gate: an attempt is never deleted'); END;

CREATE TABLE gate_tokens (
  shop          TEXT    NOT NULL,
  hash          TEXT    NOT NULL,
  action        TEXT    NOT NULL,
  intent        TEXT,
  doc_hash      TEXT,
  person        TEXT    NOT NULL,
  conversation  TEXT    NOT NULL,
  epoch         INTEGER NOT NULL,
  created_at    INTEGER NOT NULL,
  expires_at    INTEGER NOT NULL,
  used_at       INTEGER,
  PRIMARY KEY (shop, hash)
) STRICT;

CREATE TABLE challenges (
  shop          TEXT    NOT NULL,
  challenge     TEXT    NOT NULL,
  purpose       TEXT    NOT NULL CHECK (purpose IN ('AMOUNT', 'PAID', 'RESUME')),
  person        TEXT    NOT NULL,
  conversation  TEXT    NOT NULL,
  intent        TEXT,
  doc_hash      TEXT,
  expected      INTEGER,
  epoch         INTEGER NOT NULL,
  wrong         INTEGER NOT NULL DEFAULT 0,
  open          INTEGER NOT NULL DEFAULT 1 CHECK (open IN (0, 1)),
  expires_at    INTEGER NOT NULL,
  PRIMARY KEY (shop, challenge)
) STRICT;

CREATE UNIQUE INDEX challenges_one ON challenges (shop, person) WHERE open = 1;

-- Things that cost nothing and wait for nobody: pauses, price rises, stops.
CREATE TABLE free_actions (
  shop          TEXT    NOT NULL,
  action_key    TEXT    NOT NULL,
  what          TEXT    NOT NULL CHECK (what IN ('STOP', 'PAUSE', 'RAISE')),
  intent        TEXT,
  body          BLOB    NOT NULL,
  asked_by      TEXT    NOT NULL,
  conversation  TEXT    NOT NULL,
  created_at    INTEGER NOT NULL,
  done_at       INTEGER,
  tries         INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (shop, action_key)
) STRICT;

CREATE TABLE gate_audit (
  shop    TEXT    NOT NULL,
  seq     INTEGER NOT NULL CHECK (seq >= 1),
  at      INTEGER NOT NULL,
  event   TEXT    NOT NULL,
  intent  TEXT,
  body    BLOB    NOT NULL,
  prev    TEXT    NOT NULL,
  hash    TEXT    NOT NULL,
  PRIMARY KEY (shop, seq)
) STRICT;

CREATE TRIGGER gate_audit_chain BEFORE INSERT ON gate_audit
WHEN NEW.seq <> 1 + (SELECT COALESCE(MAX(seq), 0) FROM gate_audit WHERE shop = NEW.shop)
  OR NEW.prev <> COALESCE((SELECT hash FROM gate_audit WHERE shop = NEW.shop ORDER BY seq DESC LIMIT 1), '')
BEGIN SELECT RAISE(ABORT, 'gate: the chain has no gaps'); END;
CREATE TRIGGER gate_audit_keep BEFORE UPDATE ON gate_audit
BEGIN SELECT RAISE(ABORT, 'gate: the audit is only added to'); END;
CREATE TRIGGER gate_audit_stay BEFORE DELETE ON gate_audit
BEGIN SELECT RAISE(ABORT, 'gate: the audit is only added to'); END;

CREATE TABLE gate_receipts (
  shop    TEXT    NOT NULL,
  code    TEXT    NOT NULL,
  seq     INTEGER NOT NULL,
  intent  TEXT,
  body    BLOB    NOT NULL,
  PRIMARY KEY (shop, code),
  UNIQUE (shop, seq)
) STRICT;

CREATE TRIGGER gate_receipts_keep BEFORE UPDATE ON gate_receipts
BEGIN SELECT RAISE(ABORT, 'gate: a receipt never changes'); END;
CREATE TRIGGER gate_receipts_stay BEFORE DELETE ON gate_receipts
BEGIN SELECT RAISE(ABORT, 'gate: a receipt is never deleted'); END;
