-- The journal on PostgreSQL. Migrations only ever expand: a later one adds tables, columns with defaults and indexes (large
-- ones in a step of their own), so that the version before still works beside the new one while silos are replaced one by
-- one; what nobody uses any more is removed one release later.
-- Times are microseconds since 1970 UTC. Texts that are keys compare by their bytes: same order everywhere, and faster.

CREATE TABLE meta (
  one boolean PRIMARY KEY DEFAULT true CHECK (one),
  epoch uuid NOT NULL                     -- another one after a restore: cursors of the feed do not outlive it
);
INSERT INTO meta (epoch) VALUES (gen_random_uuid());

-- The facts. A stream's id is a UUID of version 7 and begins with its time, so that ranges of ids are ranges of time: a
-- month of streams is a partition, and an old month can be archived and dropped as one file.
CREATE TABLE events (
  stream uuid NOT NULL,
  version int NOT NULL,
  type smallint NOT NULL,
  notable boolean NOT NULL,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq int NOT NULL,                       -- place within the transaction, from 1
  append_id uuid NOT NULL,
  payload bytea NOT NULL,
  PRIMARY KEY (stream, version)
) PARTITION BY RANGE (stream);
ALTER TABLE events ALTER COLUMN payload SET STORAGE EXTERNAL;
CREATE INDEX events_feed ON events (tx, seq);
CREATE INDEX events_notable ON events (tx, seq) WHERE notable;
CREATE TABLE events_default PARTITION OF events DEFAULT;

-- The bounds of a month's ids: 48 bits of milliseconds, the rest zero.
CREATE FUNCTION stream_bound(at timestamptz) RETURNS uuid LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (lpad(to_hex((extract(epoch FROM at) * 1000)::bigint), 12, '0') || repeat('0', 20))::uuid
$$;

-- Makes the partitions of some months around a day where they are missing; tells how many it made. A month whose streams
-- already lie in the default partition cannot get one any more and stays there.
CREATE FUNCTION make_event_partitions(around timestamptz, months_before int, months_after int) RETURNS int LANGUAGE plpgsql AS $$
DECLARE
  month timestamp;
  least_id uuid;
  most_id uuid;
  name text;
  made int := 0;
BEGIN
  FOR months IN -months_before .. months_after LOOP
    month := date_trunc('month', around AT TIME ZONE 'UTC') + make_interval(months => months);
    least_id := stream_bound(month AT TIME ZONE 'UTC');
    most_id := stream_bound((month + interval '1 month') AT TIME ZONE 'UTC');
    name := 'events_' || to_char(month, 'YYYY_MM');
    CONTINUE WHEN to_regclass(name) IS NOT NULL;
    CONTINUE WHEN EXISTS (SELECT 1 FROM events_default WHERE stream >= least_id AND stream < most_id);
    -- Made apart and then attached: writers of other months go on meanwhile.
    EXECUTE format('CREATE TABLE %I (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)', name);
    EXECUTE format('ALTER TABLE events ATTACH PARTITION %I FOR VALUES FROM (%L) TO (%L)', name, least_id, most_id);
    made := made + 1;
  END LOOP;
  RETURN made;
END
$$;

-- The heads: fence, directory and what lists show. Updated with every append, so pages keep room for the new row (30 %)
-- and no updated column has an index: the update stays within its page (HOT).
CREATE TABLE heads (
  stream uuid PRIMARY KEY,
  append_id uuid NOT NULL,
  last_at bigint NOT NULL,
  version int NOT NULL,
  life int NOT NULL,
  open_holds int NOT NULL,
  violations int NOT NULL,
  discrepancies int NOT NULL,
  status smallint NOT NULL,
  customs smallint NOT NULL,
  links_pending boolean NOT NULL,
  released boolean NOT NULL,
  seized boolean NOT NULL,
  carrier text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  seller text COLLATE "C",
  place text COLLATE "C",
  origin text COLLATE "C",
  destination text COLLATE "C",
  belongs_to text COLLATE "C",
  UNIQUE (carrier, number, life)
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.05, autovacuum_analyze_scale_factor = 0.05);

-- What lists filter by, written only when it changes.
CREATE TABLE listing (
  stream uuid PRIMARY KEY,
  status smallint NOT NULL,               -- the main status
  held boolean NOT NULL,
  violated boolean NOT NULL,
  discrepant boolean NOT NULL,
  forwards boolean NOT NULL,              -- a number that belongs to a bill: found by its digits, not listed
  pending_since bigint,                   -- since when links wait for their confirmation
  carrier text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  seller text COLLATE "C"
) WITH (fillfactor = 80);
CREATE INDEX listing_shown ON listing (stream) WHERE NOT forwards;
CREATE INDEX listing_status ON listing (status, stream) WHERE NOT forwards;
CREATE INDEX listing_held ON listing (stream) WHERE held AND NOT forwards;
CREATE INDEX listing_violated ON listing (stream) WHERE violated AND NOT forwards;
CREATE INDEX listing_seller ON listing (seller, stream) WHERE seller IS NOT NULL AND NOT forwards;
CREATE INDEX listing_carrier ON listing (carrier, stream) WHERE NOT forwards;
CREATE INDEX listing_number ON listing (number);
CREATE INDEX listing_pending ON listing (pending_since) WHERE pending_since IS NOT NULL;

CREATE TABLE open_holds (
  stream uuid NOT NULL,
  ordinal int NOT NULL,                   -- ids are unique per authority only
  placed_at bigint NOT NULL,
  kind smallint NOT NULL,
  hold_id text NOT NULL,
  carrier text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  authority text NOT NULL,
  reason text,
  legal_basis text,
  port text,
  seller text COLLATE "C",
  PRIMARY KEY (stream, ordinal)
);
CREATE INDEX open_holds_queue ON open_holds (placed_at, stream, ordinal);

CREATE TABLE tallies (
  scope text COLLATE "C" NOT NULL,        -- '' for all shipments, or marketplace/account
  slot smallint NOT NULL,                 -- writers add to rows of their own; a tally is the sum of its rows
  shipments bigint NOT NULL DEFAULT 0,
  in_transit bigint NOT NULL DEFAULT 0,
  held bigint NOT NULL DEFAULT 0,
  seized bigint NOT NULL DEFAULT 0,
  released bigint NOT NULL DEFAULT 0,
  violations bigint NOT NULL DEFAULT 0,
  announced bigint NOT NULL DEFAULT 0,
  delivered bigint NOT NULL DEFAULT 0,
  cancelled bigint NOT NULL DEFAULT 0,
  discrepant bigint NOT NULL DEFAULT 0,
  facts bigint NOT NULL DEFAULT 0,
  PRIMARY KEY (scope, slot)
) WITH (fillfactor = 50, autovacuum_vacuum_scale_factor = 0.05);

CREATE TABLE parties (
  id uuid PRIMARY KEY,
  details jsonb NOT NULL
);

CREATE TABLE outbox (
  id uuid PRIMARY KEY,
  tx xid8 NOT NULL DEFAULT pg_current_xact_id(),
  seq bigint GENERATED ALWAYS AS IDENTITY,
  topic text NOT NULL,
  payload bytea NOT NULL
);
CREATE INDEX outbox_feed ON outbox (tx, seq);

CREATE TABLE leases (
  silo text NOT NULL,
  incarnation uuid NOT NULL,
  generation bigint NOT NULL,             -- counts the runs of a silo: the greatest is the one that may
  renewed_at timestamptz NOT NULL,
  expires_at timestamptz NOT NULL,
  PRIMARY KEY (silo, incarnation),
  UNIQUE (silo, generation)
);
