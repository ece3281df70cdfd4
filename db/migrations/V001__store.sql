-- What a shop knows. Amounts are whole minor units; days are ISO text; every row carries its shop.

CREATE TABLE shops (
  shop     TEXT NOT NULL PRIMARY KEY,
  name     TEXT NOT NULL,
  currency TEXT NOT NULL,
  zone     TEXT NOT NULL
);

CREATE TABLE products (
  shop            TEXT NOT NULL,
  sku             TEXT NOT NULL,
  category        TEXT NOT NULL,
  title_zh        TEXT NOT NULL,
  title_en        TEXT NOT NULL,
  currency        TEXT NOT NULL,
  cost            BIGINT CHECK (cost >= 0),
  price           BIGINT NOT NULL CHECK (price >= 0),
  wholesale_price BIGINT CHECK (wholesale_price >= 0),
  moq             INTEGER CHECK (moq >= 0),
  stock           INTEGER NOT NULL CHECK (stock >= 0),
  ship_cost       BIGINT CHECK (ship_cost >= 0),
  status          TEXT NOT NULL,
  on_sale         INTEGER NOT NULL CHECK (on_sale IN (0, 1)),
  desc_zh         TEXT NOT NULL,
  desc_en         TEXT NOT NULL,
  PRIMARY KEY (shop, sku)
);

-- Every column of the shop's own files that has no field above, in its order.
CREATE TABLE product_attributes (
  shop       TEXT NOT NULL,
  sku        TEXT NOT NULL,
  name       TEXT NOT NULL,
  position   INTEGER NOT NULL,
  value      TEXT NOT NULL,
  visibility TEXT NOT NULL CHECK (visibility IN ('public', 'owner')),
  PRIMARY KEY (shop, sku, name),
  FOREIGN KEY (shop, sku) REFERENCES products (shop, sku)
);

CREATE TABLE stock_moves (
  shop TEXT NOT NULL,
  id   TEXT NOT NULL,
  day  TEXT NOT NULL,
  sku  TEXT NOT NULL,
  type TEXT NOT NULL,
  qty  INTEGER NOT NULL,
  note TEXT NOT NULL,
  PRIMARY KEY (shop, id)
);
CREATE INDEX stock_moves_by_sku ON stock_moves (shop, sku, day);

CREATE TABLE customers (
  shop          TEXT NOT NULL,
  id            TEXT NOT NULL,
  name          TEXT NOT NULL,
  company       TEXT NOT NULL,
  type          TEXT NOT NULL,
  phone         TEXT NOT NULL,
  email         TEXT NOT NULL,
  country       TEXT NOT NULL,
  province      TEXT NOT NULL,
  city          TEXT NOT NULL,
  address       TEXT NOT NULL,
  language      TEXT NOT NULL,
  source        TEXT NOT NULL,
  registered_on TEXT,
  note          TEXT NOT NULL,
  opted_out     INTEGER NOT NULL CHECK (opted_out IN (0, 1)),
  PRIMARY KEY (shop, id)
);

CREATE TABLE orders (
  shop             TEXT NOT NULL,
  id               TEXT NOT NULL,
  customer_id      TEXT NOT NULL,
  created_at       TEXT NOT NULL,
  channel          TEXT NOT NULL,
  ad_campaign      TEXT NOT NULL,
  status           TEXT NOT NULL,
  state            TEXT NOT NULL,
  currency         TEXT NOT NULL,
  items            BIGINT NOT NULL,
  discount         BIGINT NOT NULL,
  shipping_fee     BIGINT NOT NULL,
  paid             BIGINT NOT NULL,
  refunded         BIGINT NOT NULL,
  refund_type      TEXT NOT NULL,
  refund_reason    TEXT NOT NULL,
  goods_returned   INTEGER NOT NULL CHECK (goods_returned IN (0, 1)),
  shipping_cost    BIGINT NOT NULL,
  platform_fee     BIGINT NOT NULL,
  pay_method       TEXT NOT NULL,
  receiver_name    TEXT NOT NULL,
  receiver_phone   TEXT NOT NULL,
  receiver_address TEXT NOT NULL,
  carrier          TEXT NOT NULL,
  tracking_no      TEXT NOT NULL,
  shipped_on       TEXT,
  delivered_on     TEXT,
  buyer_note       TEXT NOT NULL,
  PRIMARY KEY (shop, id)
);
CREATE INDEX orders_by_time ON orders (shop, created_at);
CREATE INDEX orders_by_customer ON orders (shop, customer_id);
CREATE INDEX orders_by_campaign ON orders (shop, ad_campaign);

CREATE TABLE order_lines (
  shop       TEXT NOT NULL,
  order_id   TEXT NOT NULL,
  line_no    INTEGER NOT NULL,
  sku        TEXT NOT NULL,
  qty        INTEGER NOT NULL,
  unit_price BIGINT NOT NULL,
  line_total BIGINT NOT NULL,
  unit_cost  BIGINT NOT NULL,
  PRIMARY KEY (shop, order_id, line_no),
  FOREIGN KEY (shop, order_id) REFERENCES orders (shop, id)
);
CREATE INDEX order_lines_by_sku ON order_lines (shop, sku);

-- The one definition of what an order earned:
--   net    = paid - refunded
--   profit = net - cost of the goods that stayed with the customer - shipping cost - platform fee
-- Goods that came back (a return, a cancellation before shipping) return their cost in the share of
-- the payment that was refunded; a refund without return returns no cost.
CREATE VIEW order_results AS
SELECT shop, id, customer_id, day, channel, ad_campaign, state, currency, items, units, paid, refunded,
       paid - refunded AS net,
       paid - refunded - shipping_cost - platform_fee - goods_cost
         + CASE WHEN goods_returned = 0 OR paid <= 0 THEN 0
                WHEN refunded >= paid THEN goods_cost
                ELSE (2 * goods_cost * refunded + paid) / (2 * paid) END AS profit
FROM (SELECT o.shop, o.id, o.customer_id, substr(o.created_at, 1, 10) AS day, o.channel, o.ad_campaign,
             o.state, o.currency, o.items, o.paid, o.refunded, o.shipping_cost, o.platform_fee,
             o.goods_returned,
             COALESCE((SELECT SUM(l.qty * l.unit_cost) FROM order_lines l
                       WHERE l.shop = o.shop AND l.order_id = o.id), 0) AS goods_cost,
             COALESCE((SELECT SUM(l.qty) FROM order_lines l
                       WHERE l.shop = o.shop AND l.order_id = o.id), 0) AS units
      FROM orders o) counted;

CREATE TABLE reviews (
  shop        TEXT NOT NULL,
  id          TEXT NOT NULL,
  day         TEXT NOT NULL,
  order_id    TEXT NOT NULL,
  customer_id TEXT NOT NULL,
  sku         TEXT NOT NULL,
  rating      INTEGER NOT NULL CHECK (rating BETWEEN 1 AND 5),
  language    TEXT NOT NULL,
  content     TEXT NOT NULL,
  reply       TEXT NOT NULL,
  PRIMARY KEY (shop, id)
);
CREATE INDEX reviews_by_sku ON reviews (shop, sku, day);

CREATE TABLE knowledge_sections (
  shop   TEXT NOT NULL,
  number INTEGER NOT NULL,
  title  TEXT NOT NULL,
  PRIMARY KEY (shop, number)
);

CREATE TABLE knowledge_lines (
  shop     TEXT NOT NULL,
  section  INTEGER NOT NULL,
  position INTEGER NOT NULL,
  text     TEXT NOT NULL,
  source   TEXT NOT NULL CHECK (source IN ('file', 'owner')),
  added_on TEXT,
  PRIMARY KEY (shop, section, position),
  FOREIGN KEY (shop, section) REFERENCES knowledge_sections (shop, number)
);

CREATE TABLE ad_campaigns (
  shop       TEXT NOT NULL,
  id         TEXT NOT NULL,
  name       TEXT NOT NULL,
  platform   TEXT NOT NULL,
  target_sku TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('running', 'paused')),
  PRIMARY KEY (shop, id)
);

CREATE TABLE ad_days (
  shop        TEXT NOT NULL,
  campaign_id TEXT NOT NULL,
  day         TEXT NOT NULL,
  currency    TEXT NOT NULL,
  impressions BIGINT NOT NULL,
  clicks      BIGINT NOT NULL,
  cost        BIGINT NOT NULL,
  orders      INTEGER NOT NULL,
  revenue     BIGINT NOT NULL,
  PRIMARY KEY (shop, campaign_id, day),
  FOREIGN KEY (shop, campaign_id) REFERENCES ad_campaigns (shop, id)
);

CREATE TABLE leads (
  shop         TEXT NOT NULL,
  id           TEXT NOT NULL,
  name         TEXT NOT NULL,
  company      TEXT NOT NULL,
  country      TEXT NOT NULL,
  language     TEXT NOT NULL,
  source       TEXT NOT NULL,
  contact      TEXT NOT NULL,
  first_seen   TEXT,
  last_contact TEXT,
  interest_sku TEXT NOT NULL,
  est_qty      INTEGER,
  stage        TEXT NOT NULL,
  message      TEXT NOT NULL,
  owner_note   TEXT NOT NULL,
  PRIMARY KEY (shop, id)
);

CREATE TABLE rules (
  shop      TEXT NOT NULL,
  position  INTEGER NOT NULL,
  kind      TEXT NOT NULL,
  about     TEXT NOT NULL,
  value     TEXT NOT NULL,
  source    TEXT NOT NULL,
  state     TEXT NOT NULL CHECK (state IN ('read', 'agreed')),
  agreed_by TEXT,
  agreed_at TEXT,
  PRIMARY KEY (shop, state, position)
);

CREATE TABLE coupons (
  shop       TEXT NOT NULL,
  code       TEXT NOT NULL,
  kind       TEXT NOT NULL CHECK (kind IN ('amount', 'percent')),
  percent    TEXT,
  currency   TEXT NOT NULL,
  face       BIGINT NOT NULL CHECK (face > 0),
  threshold  BIGINT NOT NULL CHECK (threshold >= 0),
  total      INTEGER NOT NULL CHECK (total > 0),
  used       INTEGER NOT NULL CHECK (used >= 0 AND used <= total),
  valid_from TEXT NOT NULL,
  valid_to   TEXT NOT NULL,
  audience   TEXT NOT NULL,
  state      TEXT NOT NULL CHECK (state IN ('inactive', 'active', 'ended')),
  PRIMARY KEY (shop, code)
);

-- Every Han character stands alone in `body`, so that a phrase of any length is found.
CREATE VIRTUAL TABLE search_index USING fts5 (shop UNINDEXED, kind UNINDEXED, ref UNINDEXED, text UNINDEXED, body);
