-- What customers asked for in a chat and no owner has refused: nothing of it is sold before an
-- owner's yes. While it is asked, its goods are not there for anybody else.
CREATE TABLE draft_orders (
  shop         TEXT NOT NULL,
  number       INTEGER NOT NULL,
  conversation TEXT NOT NULL,
  customer     TEXT,
  cause        TEXT NOT NULL,
  currency     TEXT NOT NULL,
  items        BIGINT NOT NULL CHECK (items > 0),
  -- Empty where no rule of the shop tells it.
  shipping     BIGINT CHECK (shipping >= 0),
  -- The shop's way to pay, in the customer's language, as it was when it was asked.
  payment      TEXT NOT NULL,
  state        TEXT NOT NULL CHECK (state IN ('asked', 'accepted', 'declined', 'lapsed')),
  created_at   BIGINT NOT NULL,
  held_until   BIGINT NOT NULL,
  decided_at   BIGINT,
  decided_by   TEXT,
  PRIMARY KEY (shop, number),
  UNIQUE (shop, cause)
);
CREATE INDEX draft_orders_asked ON draft_orders (shop, held_until) WHERE state = 'asked';

CREATE TABLE draft_order_lines (
  shop       TEXT NOT NULL,
  number     INTEGER NOT NULL,
  line_no    INTEGER NOT NULL,
  sku        TEXT NOT NULL,
  variant    TEXT NOT NULL,
  qty        INTEGER NOT NULL CHECK (qty > 0),
  unit_price BIGINT NOT NULL,
  PRIMARY KEY (shop, number, line_no),
  FOREIGN KEY (shop, number) REFERENCES draft_orders (shop, number)
);

CREATE VIEW held_goods AS
SELECT l.shop, l.sku, SUM(l.qty) AS qty
FROM draft_order_lines l JOIN draft_orders d ON d.shop = l.shop AND d.number = l.number
WHERE d.state = 'asked'
GROUP BY l.shop, l.sku;

-- What is held changes what customers may be told.
CREATE TRIGGER draft_order_lines_insert_revised AFTER INSERT ON draft_order_lines BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

CREATE TRIGGER draft_orders_update_revised AFTER UPDATE OF state ON draft_orders BEGIN
  INSERT INTO revisions (shop, number) VALUES (NEW.shop, 1)
  ON CONFLICT (shop) DO UPDATE SET number = number + 1;
END;

-- How many hours something holds by the owners' word: `hold` for goods kept for a customer, and for
-- each kind of fact how old it may be before it is said with its time.
CREATE TABLE time_limits (
  shop   TEXT NOT NULL,
  kind   TEXT NOT NULL CHECK (kind IN ('hold', 'stock', 'price', 'delivery')),
  hours  INTEGER NOT NULL CHECK (hours > 0),
  set_by TEXT NOT NULL,
  set_at BIGINT NOT NULL,
  PRIMARY KEY (shop, kind)
);

-- When a fact was last learnt: of one article, or of the shop as a whole where `sku` is empty.
CREATE TABLE fact_times (
  shop TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('stock', 'price', 'delivery')),
  sku  TEXT NOT NULL,
  at   BIGINT NOT NULL,
  PRIMARY KEY (shop, kind, sku)
);
