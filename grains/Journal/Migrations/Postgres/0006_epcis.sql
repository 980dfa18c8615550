-- Events of EPCIS as they were captured, and the jobs that captured them. An event is in the table from the moment that
-- its job is acknowledged; a job is open until what its events say of parcels is in the parcels' streams.
CREATE TABLE epcis_jobs (
  id uuid PRIMARY KEY,
  owner text COLLATE "C" NOT NULL,        -- the organisation that captured
  actor text NOT NULL,
  carrier text,                           -- whose numbers these are, where the events do not say
  created_at bigint NOT NULL,
  finished_at bigint,                     -- null while it runs
  is_single boolean NOT NULL,             -- one event that was posted by itself: not listed
  is_rollback boolean NOT NULL,
  first_event bigint NOT NULL,            -- its events have sequences from here
  events integer NOT NULL,
  errors text,                            -- JSON; null where there are none
  claimed_until bigint NOT NULL,
  claimed_by text NOT NULL
);
CREATE INDEX epcis_jobs_owner ON epcis_jobs (owner, id);
CREATE INDEX epcis_jobs_open ON epcis_jobs (claimed_until) WHERE finished_at IS NULL;

CREATE SEQUENCE epcis_sequence;
CREATE TABLE epcis_events (
  sequence bigint PRIMARY KEY,
  id_hash uuid NOT NULL,                  -- SHA-256 of its id, the first half
  declared_at bigint NOT NULL,            -- of a declaration that it was an error, which has the same id; else 0
  owner text COLLATE "C" NOT NULL,
  job uuid NOT NULL,
  type text COLLATE "C" NOT NULL,
  action text COLLATE "C",
  event_time bigint NOT NULL,
  record_time bigint NOT NULL,
  step text COLLATE "C",
  disposition text COLLATE "C",
  read_point text COLLATE "C",
  location text COLLATE "C",
  context text,                           -- namespaces of its document beside the standard's; JSON
  payload bytea NOT NULL,                 -- JSON, with its id
  UNIQUE (id_hash, owner, declared_at)
);
CREATE INDEX epcis_events_event_time ON epcis_events (event_time, sequence);
CREATE INDEX epcis_events_record_time ON epcis_events (record_time, sequence);

-- Which events name a thing, and as what: 1 object or child, 2 parent, 4 input, 8 output, 16 business transaction.
CREATE TABLE epcis_names (
  hash bigint NOT NULL,
  sequence bigint NOT NULL,
  roles smallint NOT NULL,
  PRIMARY KEY (hash, sequence)
);

-- The words that events use, each once, so that they can be listed.
CREATE TABLE epcis_words (
  kind smallint NOT NULL,
  word text COLLATE "C" NOT NULL,
  PRIMARY KEY (kind, word)
);
