-- Standing orders. Every change of one has an epoch from the one counter row, which its transaction locks: epochs are in
-- the order of commits. A silo reads the counter some dozens of times a second, and the changes after what it has.
CREATE TABLE order_epochs (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  epoch bigint NOT NULL
) WITH (fillfactor = 20);
INSERT INTO order_epochs (epoch) VALUES (0);

CREATE TABLE orders (
  key text COLLATE "C" PRIMARY KEY,       -- owner/id
  epoch bigint NOT NULL UNIQUE,           -- of its placing
  owner text COLLATE "C" NOT NULL,
  seller text COLLATE "C",
  expires_at bigint,
  ended_at bigint,                        -- null while it stands
  ended_epoch bigint,
  state smallint NOT NULL,
  content text NOT NULL
);
CREATE INDEX orders_owner ON orders (owner, epoch);
CREATE INDEX orders_seller ON orders (seller, epoch) WHERE seller IS NOT NULL;
CREATE INDEX orders_standing ON orders (epoch) WHERE ended_epoch IS NULL;
CREATE INDEX orders_overdue ON orders (expires_at) WHERE ended_epoch IS NULL AND expires_at IS NOT NULL;

CREATE TABLE order_changes (
  epoch bigint PRIMARY KEY,
  key text COLLATE "C" NOT NULL,
  kind smallint NOT NULL,
  at bigint NOT NULL,
  actor text NOT NULL,
  reason text,
  shipment text COLLATE "C"               -- of a clearing: carrier/number
);
CREATE INDEX order_changes_order ON order_changes (key, epoch);

-- How far a change is written into the streams that it concerns.
CREATE TABLE order_sweeps (
  epoch bigint PRIMARY KEY,
  done boolean NOT NULL DEFAULT false,
  matched bigint NOT NULL DEFAULT 0,
  written bigint NOT NULL DEFAULT 0,
  after uuid NOT NULL,
  claimed_until bigint NOT NULL DEFAULT 0,
  claimed_by text
);
CREATE INDEX order_sweeps_open ON order_sweeps (epoch) WHERE NOT done;

-- Which streams have a feature that no other index finds: written with a manifest or dispatch, never with a scan.
CREATE TABLE features (
  hash bigint NOT NULL,
  stream uuid NOT NULL,
  PRIMARY KEY (hash, stream)
);

ALTER TABLE open_holds ADD COLUMN order_key text COLLATE "C";
CREATE INDEX open_holds_order ON open_holds (order_key, stream) WHERE order_key IS NOT NULL;

ALTER TABLE leases ADD COLUMN renewals bigint NOT NULL DEFAULT 0;
ALTER TABLE leases ADD COLUMN applied bigint NOT NULL DEFAULT 0;
ALTER TABLE leases ADD COLUMN swept bigint NOT NULL DEFAULT 0;
ALTER TABLE leases ADD COLUMN revoked boolean NOT NULL DEFAULT false;
ALTER TABLE leases ALTER COLUMN renewed_at SET DEFAULT now();
ALTER TABLE leases ALTER COLUMN expires_at SET DEFAULT now();
