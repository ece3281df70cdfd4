-- The gate's whole authority: four tiers, PINs, two persons, mandates, limits that the owners set
-- themselves, running costs. Tables of V003 whose rules grow are made anew with their rows.

ALTER TABLE people ADD COLUMN left_at INTEGER;

ALTER TABLE gate_shops ADD COLUMN changed_at INTEGER;
ALTER TABLE gate_tokens ADD COLUMN message INTEGER;
ALTER TABLE gate_tokens ADD COLUMN note TEXT NOT NULL DEFAULT '';

CREATE TRIGGER gate_tokens_keep BEFORE UPDATE ON gate_tokens
WHEN NEW.hash <> OLD.hash OR NEW.action <> OLD.action OR NEW.person <> OLD.person
  OR NEW.conversation <> OLD.conversation OR NEW.intent IS NOT OLD.intent OR NEW.epoch <> OLD.epoch
  OR NEW.note <> OLD.note OR NEW.expires_at <> OLD.expires_at
  OR (OLD.message IS NOT NULL AND NEW.message IS NOT OLD.message)
  OR (OLD.used_at IS NOT NULL AND NEW.used_at IS NOT OLD.used_at)
BEGIN SELECT RAISE(ABORT, 'gate: a token never changes, and is used once'); END;

-- What was open is asked anew.
DROP TABLE challenges;
CREATE TABLE challenges (
  shop          TEXT    NOT NULL,
  challenge     TEXT    NOT NULL,
  purpose       TEXT    NOT NULL,
  person        TEXT    NOT NULL,
  conversation  TEXT    NOT NULL,
  intent        TEXT,
  doc_hash      TEXT,
  expected      INTEGER,
  note          TEXT    NOT NULL DEFAULT '',
  epoch         INTEGER NOT NULL,
  wrong         INTEGER NOT NULL DEFAULT 0,
  open          INTEGER NOT NULL DEFAULT 1 CHECK (open IN (0, 1)),
  expires_at    INTEGER NOT NULL,
  PRIMARY KEY (shop, challenge)
) STRICT;
CREATE UNIQUE INDEX challenges_one ON challenges (shop, person) WHERE open = 1;

DROP TRIGGER spend_intents_approved;
DROP TRIGGER spend_intents_claim;
DROP TRIGGER gate_ledger_hold;

CREATE TABLE spend_intents_new (
  shop          TEXT    NOT NULL,
  intent        TEXT    NOT NULL,
  doc_hash      TEXT    NOT NULL,
  kind          TEXT    NOT NULL,
  category      TEXT    NOT NULL,
  provider      TEXT    NOT NULL,
  fingerprint   TEXT    NOT NULL,
  state         TEXT    NOT NULL,
  tier          INTEGER NOT NULL CHECK (tier BETWEEN 0 AND 4),
  persons       INTEGER NOT NULL DEFAULT 1 CHECK (persons BETWEEN 0 AND 2),
  typed         INTEGER NOT NULL DEFAULT 1 CHECK (typed IN (0, 1)),
  mandate       TEXT,
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
  CHECK (mandate IS NOT NULL OR (tier >= 1 AND persons >= 1)),
  FOREIGN KEY (shop, intent, doc_hash) REFERENCES spend_docs (shop, intent, doc_hash)
) STRICT;

INSERT INTO spend_intents_new
  (shop, intent, doc_hash, kind, category, provider, fingerprint, state, tier, blocked, amount,
   currency, epoch, asked_by, conversation, proposal_key, created_at, created_day, expires_at,
   not_before, use_by, approved_by, approved_at, charged, platform_id, ended, unknown_since, reminded)
SELECT shop, intent, doc_hash, kind, category, provider, fingerprint, state, tier, blocked, amount,
   currency, epoch, asked_by, conversation, proposal_key, created_at, created_day, expires_at,
   not_before, use_by, approved_by, approved_at, charged, platform_id, ended, unknown_since, reminded
FROM spend_intents;

CREATE TABLE gate_ledger_new (
  shop      TEXT    NOT NULL,
  entry     INTEGER NOT NULL,
  intent    TEXT    NOT NULL,
  kind      TEXT    NOT NULL CHECK (kind IN ('HOLD', 'POST', 'RELEASE', 'OVERRUN', 'REFUND', 'RUNNING')),
  debit     TEXT    NOT NULL,
  credit    TEXT    NOT NULL CHECK (credit <> debit),
  amount    INTEGER NOT NULL CHECK (amount > 0),
  currency  TEXT    NOT NULL,
  at        INTEGER NOT NULL,
  PRIMARY KEY (shop, entry),
  FOREIGN KEY (shop, intent) REFERENCES spend_intents_new (shop, intent)
) STRICT;
INSERT INTO gate_ledger_new SELECT shop, entry, intent, kind, debit, credit, amount, currency, at FROM gate_ledger;
DROP TABLE gate_ledger;

CREATE TABLE attempts_new (
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
  FOREIGN KEY (shop, intent) REFERENCES spend_intents_new (shop, intent)
) STRICT;
INSERT INTO attempts_new SELECT shop, intent, idem_key, tag, request_hash, started_at, send_by, absent_at FROM attempts;
DROP TABLE attempts;

CREATE TABLE approvals_new (
  shop        TEXT    NOT NULL,
  intent      TEXT    NOT NULL,
  person      TEXT    NOT NULL,
  step        TEXT    NOT NULL CHECK (step IN ('REVIEW', 'AMOUNT', 'PIN', 'CONFIRM', 'AGAIN', 'LENT')),
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
INSERT INTO approvals_new
SELECT shop, intent, person, step, doc_hash, shown_hash, language, token_hash, epoch, at, mac FROM approvals;
DROP TABLE approvals;
ALTER TABLE approvals_new RENAME TO approvals;

CREATE TRIGGER approvals_keep BEFORE UPDATE ON approvals
BEGIN SELECT RAISE(ABORT, 'gate: an approval never changes'); END;
CREATE TRIGGER approvals_stay BEFORE DELETE ON approvals
BEGIN SELECT RAISE(ABORT, 'gate: an approval is never deleted'); END;

DROP TABLE spend_intents;
ALTER TABLE spend_intents_new RENAME TO spend_intents;
ALTER TABLE gate_ledger_new RENAME TO gate_ledger;
ALTER TABLE attempts_new RENAME TO attempts;

CREATE INDEX spend_intents_by_state ON spend_intents (shop, state);
CREATE UNIQUE INDEX gate_ledger_once ON gate_ledger (shop, intent, kind) WHERE kind IN ('HOLD', 'RELEASE');
CREATE INDEX gate_ledger_by_intent ON gate_ledger (shop, intent);

CREATE TRIGGER spend_intents_begin BEFORE INSERT ON spend_intents
WHEN NEW.state <> 'AWAITING'
BEGIN SELECT RAISE(ABORT, 'gate: a spend begins by waiting for a person'); END;

CREATE TRIGGER spend_intents_stay BEFORE DELETE ON spend_intents
BEGIN SELECT RAISE(ABORT, 'gate: a spend is never deleted'); END;

CREATE TRIGGER spend_intents_keep BEFORE UPDATE ON spend_intents
WHEN NEW.shop <> OLD.shop OR NEW.intent <> OLD.intent OR NEW.doc_hash <> OLD.doc_hash
  OR NEW.kind <> OLD.kind OR NEW.category <> OLD.category OR NEW.provider <> OLD.provider
  OR NEW.tier <> OLD.tier OR NEW.persons <> OLD.persons OR NEW.typed <> OLD.typed
  OR NEW.mandate IS NOT OLD.mandate
  OR NEW.blocked <> OLD.blocked OR NEW.amount <> OLD.amount
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

-- What lets a spend be armed without its own approvals: an earlier yes to many small ones.
CREATE TABLE mandates (
  shop        TEXT    NOT NULL,
  mandate     TEXT    NOT NULL,
  category    TEXT    NOT NULL,
  platform    TEXT    NOT NULL,
  per_action  INTEGER NOT NULL CHECK (per_action > 0),
  per_day     INTEGER NOT NULL CHECK (per_day > 0),
  total       INTEGER NOT NULL CHECK (total > 0),
  drawn       INTEGER NOT NULL DEFAULT 0 CHECK (drawn >= 0),
  currency    TEXT    NOT NULL,
  starts      TEXT    NOT NULL,
  ends        TEXT    NOT NULL,
  epoch       INTEGER NOT NULL,
  revoked_at  INTEGER,
  told        TEXT    NOT NULL DEFAULT '',
  PRIMARY KEY (shop, mandate),
  CHECK (drawn <= total),
  FOREIGN KEY (shop, mandate) REFERENCES spend_intents (shop, intent)
) STRICT;

CREATE UNIQUE INDEX mandates_one ON mandates (shop, category) WHERE revoked_at IS NULL;

CREATE TRIGGER mandates_keep BEFORE UPDATE ON mandates
WHEN NEW.category <> OLD.category OR NEW.platform <> OLD.platform OR NEW.per_action <> OLD.per_action
  OR NEW.per_day <> OLD.per_day OR NEW.total <> OLD.total OR NEW.currency <> OLD.currency
  OR NEW.starts <> OLD.starts OR NEW.ends <> OLD.ends OR NEW.epoch <> OLD.epoch
  OR (OLD.revoked_at IS NOT NULL AND NEW.revoked_at IS NOT OLD.revoked_at)
BEGIN SELECT RAISE(ABORT, 'gate: a mandate never changes, and a revoked one stays so'); END;

CREATE TABLE mandate_days (
  shop     TEXT    NOT NULL,
  mandate  TEXT    NOT NULL,
  day      TEXT    NOT NULL,
  cap      INTEGER NOT NULL,
  drawn    INTEGER NOT NULL DEFAULT 0 CHECK (drawn >= 0),
  PRIMARY KEY (shop, mandate, day),
  CHECK (drawn <= cap),
  FOREIGN KEY (shop, mandate) REFERENCES mandates (shop, mandate)
) STRICT;

CREATE TABLE mandate_draws (
  shop     TEXT    NOT NULL,
  intent   TEXT    NOT NULL,
  mandate  TEXT    NOT NULL,
  day      TEXT    NOT NULL,
  amount   INTEGER NOT NULL CHECK (amount >= 0),
  PRIMARY KEY (shop, intent, day),
  FOREIGN KEY (shop, mandate, day) REFERENCES mandate_days (shop, mandate, day)
) STRICT;

-- Every step in its order by one person, as many persons as the document asks for; or a mandate.
CREATE TRIGGER spend_intents_approved BEFORE UPDATE OF state ON spend_intents
WHEN NEW.state = 'ARMED' AND OLD.state <> 'ARMED' AND (
  NEW.blocked = 1 OR NEW.not_before IS NULL OR NEW.use_by IS NULL
  OR NOT EXISTS (SELECT 1 FROM gate_shops g
                 WHERE g.shop = NEW.shop AND g.frozen = 0 AND g.epoch = NEW.epoch AND g.clock < NEW.expires_at)
  OR (NEW.mandate IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM mandates m
        WHERE m.shop = NEW.shop AND m.mandate = NEW.mandate AND m.revoked_at IS NULL AND m.epoch = NEW.epoch))
  OR (NEW.mandate IS NULL AND NEW.persons > (
        SELECT COUNT(DISTINCT c.person) FROM approvals c
        WHERE c.shop = NEW.shop AND c.intent = NEW.intent AND c.doc_hash = NEW.doc_hash AND c.epoch = NEW.epoch
          AND (c.step = 'LENT' OR (c.step = 'CONFIRM'
            AND EXISTS (SELECT 1 FROM approvals r
                        WHERE r.shop = c.shop AND r.intent = c.intent AND r.person = c.person AND r.step = 'REVIEW'
                          AND r.doc_hash = c.doc_hash AND r.epoch = c.epoch AND r.at <= c.at)
            AND (NEW.tier < 2 OR NEW.typed = 0
              OR EXISTS (SELECT 1 FROM approvals a
                         WHERE a.shop = c.shop AND a.intent = c.intent AND a.person = c.person AND a.step = 'AMOUNT'
                           AND a.doc_hash = c.doc_hash AND a.epoch = c.epoch AND a.at <= c.at))
            AND (NEW.tier < 3
              OR EXISTS (SELECT 1 FROM approvals p
                         WHERE p.shop = c.shop AND p.intent = c.intent AND p.person = c.person AND p.step = 'PIN'
                           AND p.doc_hash = c.doc_hash AND p.epoch = c.epoch AND p.at <= c.at))))))
  OR (NEW.mandate IS NULL AND NOT EXISTS (
        SELECT 1 FROM approvals c
        WHERE c.shop = NEW.shop AND c.intent = NEW.intent AND c.doc_hash = NEW.doc_hash AND c.step = 'CONFIRM'))
  OR (NEW.mandate IS NULL AND NEW.tier = 4 AND NEW.persons = 1 AND NOT EXISTS (
        SELECT 1 FROM approvals g JOIN approvals c
          ON c.shop = g.shop AND c.intent = g.intent AND c.person = g.person AND c.step = 'CONFIRM'
         AND c.doc_hash = g.doc_hash
        WHERE g.shop = NEW.shop AND g.intent = NEW.intent AND g.step = 'AGAIN' AND g.doc_hash = NEW.doc_hash
          AND g.epoch = NEW.epoch AND g.at >= c.at + 43200000)))
BEGIN SELECT RAISE(ABORT, 'gate: not armed without every step of every person'); END;

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

CREATE TRIGGER attempts_keep BEFORE UPDATE ON attempts
WHEN NEW.intent <> OLD.intent OR NEW.idem_key <> OLD.idem_key OR NEW.tag <> OLD.tag
  OR NEW.request_hash <> OLD.request_hash OR NEW.started_at <> OLD.started_at OR NEW.send_by <> OLD.send_by
BEGIN SELECT RAISE(ABORT, 'gate: an attempt never changes'); END;
CREATE TRIGGER attempts_stay BEFORE DELETE ON attempts
BEGIN SELECT RAISE(ABORT, 'gate: an attempt is never deleted'); END;

CREATE TRIGGER spend_intents_claim BEFORE UPDATE OF state ON spend_intents
WHEN NEW.state = 'SENDING' AND OLD.state <> 'SENDING' AND (
  NOT EXISTS (SELECT 1 FROM gate_shops g
              WHERE g.shop = NEW.shop AND g.frozen = 0 AND g.epoch = NEW.epoch
                AND g.clock >= NEW.not_before AND g.clock <= NEW.use_by)
  OR NEW.amount <> (SELECT COALESCE(SUM(CASE WHEN kind = 'HOLD' THEN amount ELSE -amount END), 0)
                    FROM gate_ledger WHERE shop = NEW.shop AND intent = NEW.intent)
  OR (NEW.mandate IS NOT NULL AND NOT EXISTS (
        SELECT 1 FROM mandates m
        WHERE m.shop = NEW.shop AND m.mandate = NEW.mandate AND m.revoked_at IS NULL AND m.epoch = NEW.epoch)))
BEGIN SELECT RAISE(ABORT, 'gate: nothing is sent while frozen, out of time, revoked, or without its hold'); END;

CREATE TABLE cap_windows_new (
  shop      TEXT    NOT NULL,
  category  TEXT    NOT NULL,
  slot      TEXT    NOT NULL,
  cap       INTEGER NOT NULL CHECK (cap >= 0),
  reserved  INTEGER NOT NULL DEFAULT 0 CHECK (reserved >= 0),
  posted    INTEGER NOT NULL DEFAULT 0 CHECK (posted >= 0),
  running   INTEGER NOT NULL DEFAULT 0 CHECK (running >= 0),
  overrun   INTEGER NOT NULL DEFAULT 0 CHECK (overrun >= 0),
  PRIMARY KEY (shop, category, slot),
  CHECK (reserved + posted + running <= cap)
) STRICT;
INSERT INTO cap_windows_new (shop, category, slot, cap, reserved, posted, overrun)
SELECT shop, category, slot, cap, reserved, posted, overrun FROM cap_windows;

CREATE TABLE cap_draws_new (
  shop      TEXT NOT NULL,
  intent    TEXT NOT NULL,
  category  TEXT NOT NULL,
  slot      TEXT NOT NULL,
  PRIMARY KEY (shop, intent, category, slot),
  FOREIGN KEY (shop, category, slot) REFERENCES cap_windows_new (shop, category, slot)
) STRICT;
INSERT INTO cap_draws_new SELECT shop, intent, category, slot FROM cap_draws;
DROP TABLE cap_draws;
DROP TABLE cap_windows;
ALTER TABLE cap_windows_new RENAME TO cap_windows;
ALTER TABLE cap_draws_new RENAME TO cap_draws;

-- What the owners set themselves: lines between the tiers, and caps. Sealed like an approval.
CREATE TABLE gate_limits (
  shop      TEXT    NOT NULL,
  name      TEXT    NOT NULL,
  amount    INTEGER NOT NULL CHECK (amount >= 0),
  currency  TEXT    NOT NULL,
  since     INTEGER NOT NULL,
  mac       TEXT    NOT NULL,
  PRIMARY KEY (shop, name)
) STRICT;

-- Never the digits: a slow hash of them, sealed with a key that is not here.
CREATE TABLE gate_pins (
  shop          TEXT    NOT NULL,
  person        TEXT    NOT NULL,
  salt          BLOB    NOT NULL,
  rounds        INTEGER NOT NULL,
  hash          TEXT    NOT NULL,
  counts_from   INTEGER NOT NULL,
  wrong         INTEGER NOT NULL DEFAULT 0 CHECK (wrong >= 0),
  locked_until  INTEGER NOT NULL DEFAULT 0,
  PRIMARY KEY (shop, person)
) STRICT;

-- Paid replies and model tokens, a millionth of the currency's unit exact; whole minor units in the ledger.
CREATE TABLE running_costs (
  shop       TEXT    NOT NULL,
  allowance  TEXT    NOT NULL,
  day        TEXT    NOT NULL,
  millionths INTEGER NOT NULL CHECK (millionths >= 0),
  minor      INTEGER NOT NULL CHECK (minor >= 0),
  PRIMARY KEY (shop, allowance, day),
  FOREIGN KEY (shop, allowance) REFERENCES spend_intents (shop, intent)
) STRICT;

-- Who was really paid before.
CREATE TABLE gate_payees (
  shop   TEXT    NOT NULL,
  payee  TEXT    NOT NULL,
  since  INTEGER NOT NULL,
  PRIMARY KEY (shop, payee)
) STRICT;
