-- Standing orders, as on PostgreSQL.
CREATE TABLE order_epochs (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  epoch INTEGER NOT NULL
) STRICT;
INSERT INTO order_epochs (one, epoch) VALUES (1, 0);

CREATE TABLE orders (
  key TEXT PRIMARY KEY,                  -- owner/id
  epoch INTEGER NOT NULL UNIQUE,         -- of its placing
  owner TEXT NOT NULL,
  seller TEXT,
  expires_at INTEGER,
  ended_at INTEGER,                      -- null while it stands
  ended_epoch INTEGER,
  state INTEGER NOT NULL,
  content TEXT NOT NULL
) STRICT;
CREATE INDEX orders_owner ON orders (owner, epoch);
CREATE INDEX orders_seller ON orders (seller, epoch) WHERE seller IS NOT NULL;
CREATE INDEX orders_standing ON orders (epoch) WHERE ended_epoch IS NULL;
CREATE INDEX orders_overdue ON orders (expires_at) WHERE ended_epoch IS NULL AND expires_at IS NOT NULL;

CREATE TABLE order_changes (
  epoch INTEGER PRIMARY KEY,
  key TEXT NOT NULL,
  kind INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT,
  shipment TEXT                          -- of a clearing: carrier/number
) STRICT;
CREATE INDEX order_changes_order ON order_changes (key, epoch);

CREATE TABLE order_sweeps (
  epoch INTEGER PRIMARY KEY,
  done INTEGER NOT NULL DEFAULT 0,
  matched INTEGER NOT NULL DEFAULT 0,
  written INTEGER NOT NULL DEFAULT 0,
  after BLOB NOT NULL,
  claimed_until INTEGER NOT NULL DEFAULT 0,
  claimed_by TEXT
) STRICT;
CREATE INDEX order_sweeps_open ON order_sweeps (epoch) WHERE NOT done;

CREATE TABLE features (
  hash INTEGER NOT NULL,
  stream BLOB NOT NULL,
  PRIMARY KEY (hash, stream)
) STRICT, WITHOUT ROWID;

ALTER TABLE open_holds ADD COLUMN order_key TEXT;
CREATE INDEX open_holds_order ON open_holds (order_key, stream) WHERE order_key IS NOT NULL;

ALTER TABLE leases ADD COLUMN renewals INTEGER NOT NULL DEFAULT 0;
ALTER TABLE leases ADD COLUMN applied INTEGER NOT NULL DEFAULT 0;
ALTER TABLE leases ADD COLUMN swept INTEGER NOT NULL DEFAULT 0;
ALTER TABLE leases ADD COLUMN revoked INTEGER NOT NULL DEFAULT 0;
