-- What partners are told by webhook. An endpoint goes along the feed: its cursor and the messages that follow from what it
-- has passed are written in one transaction, so that each change is queued exactly once, whatever crashes.
CREATE TABLE delivery_endpoints (
  endpoint text COLLATE "C" PRIMARY KEY,  -- partner/id
  cursor text NOT NULL,
  sequence bigint NOT NULL,               -- of its last message
  paused_until bigint NOT NULL,
  disabled_at bigint                      -- null while it takes messages
);

CREATE TABLE deliveries (
  endpoint text COLLATE "C" NOT NULL,
  sequence bigint NOT NULL,
  id text COLLATE "C" NOT NULL,
  shipment text COLLATE "C" NOT NULL,     -- carrier/number
  kind text COLLATE "C" NOT NULL,
  made_at bigint NOT NULL,
  body bytea NOT NULL,
  state smallint NOT NULL,                -- 0 waits, 1 delivered, 2 dead
  next_at bigint NOT NULL,
  first_at bigint,                        -- of the first attempt
  attempts integer NOT NULL,
  answer text,                            -- what the last attempt came to
  PRIMARY KEY (endpoint, sequence)
);
CREATE INDEX deliveries_shipment ON deliveries (endpoint, shipment, sequence);
CREATE INDEX deliveries_due ON deliveries (endpoint, next_at, sequence) WHERE state = 0;
CREATE INDEX deliveries_dead ON deliveries (endpoint, sequence) WHERE state = 2;

-- What standing orders do to single shipments is not notable to people, but partners are told of it.
CREATE INDEX events_orders ON events (tx, seq) WHERE NOT notable AND type IN (8, 9);
