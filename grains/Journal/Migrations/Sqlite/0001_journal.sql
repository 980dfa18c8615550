-- The journal on SQLite. Migrations only ever expand: a later one adds tables, columns with defaults and indexes, so that
-- the version before still works on the file; what nobody uses any more is removed one release later.
-- Times are microseconds since 1970 UTC. Streams are UUIDs of version 7 as 16 bytes, most significant first.

CREATE TABLE meta (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  epoch BLOB NOT NULL                    -- another one after a restore: cursors of the feed do not outlive it
) STRICT;
INSERT INTO meta (one, epoch) VALUES (1, randomblob(16));

CREATE TABLE events (
  seq INTEGER PRIMARY KEY,               -- there is one writer: the order of rows is the order of commits
  stream BLOB NOT NULL,
  version INTEGER NOT NULL,
  type INTEGER NOT NULL,
  notable INTEGER NOT NULL,
  append_id BLOB NOT NULL,
  payload BLOB NOT NULL,
  UNIQUE (stream, version)
) STRICT;
CREATE INDEX events_notable ON events (seq) WHERE notable;

CREATE TABLE heads (
  stream BLOB PRIMARY KEY,
  carrier TEXT NOT NULL,
  number TEXT NOT NULL,
  life INTEGER NOT NULL,
  version INTEGER NOT NULL,
  append_id BLOB NOT NULL,
  status INTEGER NOT NULL,
  customs INTEGER NOT NULL,
  open_holds INTEGER NOT NULL,
  violations INTEGER NOT NULL,
  discrepancies INTEGER NOT NULL,
  seller TEXT,
  place TEXT,
  last_at INTEGER NOT NULL,
  origin TEXT,
  destination TEXT,
  belongs_to TEXT,
  links_pending INTEGER NOT NULL,
  released INTEGER NOT NULL,
  seized INTEGER NOT NULL,
  UNIQUE (carrier, number, life)
) STRICT, WITHOUT ROWID;

-- What lists filter by, written only when it changes: other updates of a head touch no index of these.
CREATE TABLE listing (
  stream BLOB PRIMARY KEY,
  carrier TEXT NOT NULL,
  number TEXT NOT NULL,
  status INTEGER NOT NULL,               -- the main status
  held INTEGER NOT NULL,
  violated INTEGER NOT NULL,
  discrepant INTEGER NOT NULL,
  seller TEXT,
  forwards INTEGER NOT NULL,             -- a number that belongs to a bill: found by its digits, not listed
  pending_since INTEGER                  -- since when links wait for their confirmation
) STRICT, WITHOUT ROWID;
CREATE INDEX listing_status ON listing (status, stream) WHERE NOT forwards;
CREATE INDEX listing_held ON listing (stream) WHERE held AND NOT forwards;
CREATE INDEX listing_violated ON listing (stream) WHERE violated AND NOT forwards;
CREATE INDEX listing_seller ON listing (seller, stream) WHERE seller IS NOT NULL AND NOT forwards;
CREATE INDEX listing_carrier ON listing (carrier, stream) WHERE NOT forwards;
CREATE INDEX listing_number ON listing (number);
CREATE INDEX listing_pending ON listing (pending_since) WHERE pending_since IS NOT NULL;

CREATE TABLE open_holds (
  stream BLOB NOT NULL,
  ordinal INTEGER NOT NULL,              -- ids are unique per authority only
  hold_id TEXT NOT NULL,
  carrier TEXT NOT NULL,
  number TEXT NOT NULL,
  kind INTEGER NOT NULL,
  authority TEXT NOT NULL,
  reason TEXT,
  legal_basis TEXT,
  port TEXT,
  placed_at INTEGER NOT NULL,
  seller TEXT,
  PRIMARY KEY (stream, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX open_holds_queue ON open_holds (placed_at, stream, ordinal);

CREATE TABLE tallies (
  scope TEXT NOT NULL,                   -- '' for all shipments, or marketplace/account
  slot INTEGER NOT NULL,
  shipments INTEGER NOT NULL,
  in_transit INTEGER NOT NULL,
  held INTEGER NOT NULL,
  seized INTEGER NOT NULL,
  released INTEGER NOT NULL,
  violations INTEGER NOT NULL,
  announced INTEGER NOT NULL,
  delivered INTEGER NOT NULL,
  cancelled INTEGER NOT NULL,
  discrepant INTEGER NOT NULL,
  facts INTEGER NOT NULL,
  PRIMARY KEY (scope, slot)
) STRICT, WITHOUT ROWID;

CREATE TABLE parties (
  id BLOB PRIMARY KEY,
  details TEXT NOT NULL
) STRICT, WITHOUT ROWID;

CREATE TABLE outbox (
  seq INTEGER PRIMARY KEY,
  id BLOB NOT NULL UNIQUE,
  topic TEXT NOT NULL,
  payload BLOB NOT NULL
) STRICT;

CREATE TABLE leases (
  silo TEXT NOT NULL,
  incarnation BLOB NOT NULL,
  generation INTEGER NOT NULL,           -- counts the runs of a silo: the greatest is the one that may
  renewed_at INTEGER NOT NULL,
  expires_at INTEGER NOT NULL,
  PRIMARY KEY (silo, incarnation),
  UNIQUE (silo, generation)
) STRICT, WITHOUT ROWID;
