-- Sellers who may be one, as on PostgreSQL.
CREATE TABLE identity_sequences (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  sequence INTEGER NOT NULL                -- of the last change of a link; its transaction holds the row
) STRICT;
INSERT INTO identity_sequences (one, sequence) VALUES (1, 0);

CREATE TABLE identity_profiles (
  seller TEXT PRIMARY KEY,    -- marketplace/account
  content TEXT NOT NULL,
  updated_at INTEGER NOT NULL,
  pending INTEGER NOT NULL                -- orders on those whom he is linked to have not been looked at yet
) STRICT;
CREATE INDEX identity_profiles_pending ON identity_profiles (seller) WHERE pending;

CREATE TABLE identity_keys (
  hash INTEGER NOT NULL,
  seller TEXT NOT NULL,
  kind INTEGER NOT NULL,                 -- 0 a key of a name, else the mark
  PRIMARY KEY (hash, seller)
) STRICT;

CREATE TABLE identity_links (
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  state INTEGER NOT NULL,
  was_refuted INTEGER NOT NULL,
  likelihood REAL NOT NULL,
  evidence TEXT NOT NULL,
  version INTEGER NOT NULL,
  sequence INTEGER NOT NULL,               -- of its last change
  PRIMARY KEY (first, second)
) STRICT;
CREATE INDEX identity_links_second ON identity_links (second, first);
CREATE INDEX identity_links_state ON identity_links (state, sequence);

CREATE TABLE identity_changes (
  sequence INTEGER PRIMARY KEY,
  first TEXT NOT NULL,
  second TEXT NOT NULL,
  state INTEGER NOT NULL,
  was_refuted INTEGER NOT NULL,
  likelihood REAL NOT NULL,
  evidence TEXT NOT NULL,
  version INTEGER NOT NULL,
  at INTEGER NOT NULL,
  actor TEXT NOT NULL,
  reason TEXT
) STRICT;
CREATE INDEX identity_changes_link ON identity_changes (first, second, sequence);

-- Orders that count for a seller because they stand on another one whom he is linked to.
CREATE TABLE identity_inherited (
  key TEXT PRIMARY KEY,       -- of the order that was placed on him
  source TEXT NOT NULL,       -- the order that it follows from
  seller TEXT NOT NULL,
  ended INTEGER NOT NULL DEFAULT 0
) STRICT;
CREATE INDEX identity_inherited_source ON identity_inherited (source, seller);
CREATE INDEX identity_inherited_seller ON identity_inherited (seller);

-- The epoch of orders up to which those that follow from them were placed.
CREATE TABLE identity_follower (
  one INTEGER PRIMARY KEY CHECK (one = 1),
  followed INTEGER NOT NULL
) STRICT;
INSERT INTO identity_follower (one, followed) VALUES (1, 0);
