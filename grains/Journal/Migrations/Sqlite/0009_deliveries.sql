-- What partners are told by webhook, as on PostgreSQL.
CREATE TABLE delivery_endpoints (
  endpoint TEXT PRIMARY KEY,
  cursor TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  paused_until INTEGER NOT NULL,
  disabled_at INTEGER
) STRICT, WITHOUT ROWID;

CREATE TABLE deliveries (
  endpoint TEXT NOT NULL,
  sequence INTEGER NOT NULL,
  id TEXT NOT NULL,
  shipment TEXT NOT NULL,
  kind TEXT NOT NULL,
  made_at INTEGER NOT NULL,
  body BLOB NOT NULL,
  state INTEGER NOT NULL,
  next_at INTEGER NOT NULL,
  first_at INTEGER,
  attempts INTEGER NOT NULL,
  answer TEXT,
  PRIMARY KEY (endpoint, sequence)
) STRICT, WITHOUT ROWID;
CREATE INDEX deliveries_shipment ON deliveries (endpoint, shipment, sequence);
CREATE INDEX deliveries_due ON deliveries (endpoint, next_at, sequence) WHERE state = 0;
CREATE INDEX deliveries_dead ON deliveries (endpoint, sequence) WHERE state = 2;
