-- Sellers and what may tell one from another: names and addresses in rows of their own, to be erased by themselves;
-- everything else as keyed hashes. Links between them, and every change of a link, are kept for ever.
CREATE TABLE identity_sequences (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  sequence bigint NOT NULL                -- of the last change of a link; its transaction holds the row
) WITH (fillfactor = 20);
INSERT INTO identity_sequences (sequence) VALUES (0);

CREATE TABLE identity_profiles (
  seller text COLLATE "C" PRIMARY KEY,    -- marketplace/account
  content text NOT NULL,
  updated_at bigint NOT NULL,
  pending boolean NOT NULL                -- orders on those whom he is linked to have not been looked at yet
);
CREATE INDEX identity_profiles_pending ON identity_profiles (seller) WHERE pending;

CREATE TABLE identity_keys (
  hash bigint NOT NULL,
  seller text COLLATE "C" NOT NULL,
  kind smallint NOT NULL,                 -- 0 a key of a name, else the mark
  PRIMARY KEY (hash, seller)
);

CREATE TABLE identity_links (
  first text COLLATE "C" NOT NULL,
  second text COLLATE "C" NOT NULL,
  state smallint NOT NULL,
  was_refuted boolean NOT NULL,
  likelihood double precision NOT NULL,
  evidence text NOT NULL,
  version int NOT NULL,
  sequence bigint NOT NULL,               -- of its last change
  PRIMARY KEY (first, second)
);
CREATE INDEX identity_links_second ON identity_links (second, first);
CREATE INDEX identity_links_state ON identity_links (state, sequence);

CREATE TABLE identity_changes (
  sequence bigint PRIMARY KEY,
  first text COLLATE "C" NOT NULL,
  second text COLLATE "C" NOT NULL,
  state smallint NOT NULL,
  was_refuted boolean NOT NULL,
  likelihood double precision NOT NULL,
  evidence text NOT NULL,
  version int NOT NULL,
  at bigint NOT NULL,
  actor text NOT NULL,
  reason text
);
CREATE INDEX identity_changes_link ON identity_changes (first, second, sequence);

-- Orders that count for a seller because they stand on another one whom he is linked to.
CREATE TABLE identity_inherited (
  key text COLLATE "C" PRIMARY KEY,       -- of the order that was placed on him
  source text COLLATE "C" NOT NULL,       -- the order that it follows from
  seller text COLLATE "C" NOT NULL,
  ended boolean NOT NULL DEFAULT false
);
CREATE INDEX identity_inherited_source ON identity_inherited (source, seller);
CREATE INDEX identity_inherited_seller ON identity_inherited (seller);

-- The epoch of orders up to which those that follow from them were placed.
CREATE TABLE identity_follower (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  followed bigint NOT NULL
) WITH (fillfactor = 20);
INSERT INTO identity_follower (followed) VALUES (0);
