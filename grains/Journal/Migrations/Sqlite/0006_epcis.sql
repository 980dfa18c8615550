-- Events of EPCIS and the jobs that captured them, as on PostgreSQL.
CREATE TABLE epcis_jobs (
  id BLOB PRIMARY KEY,
  owner TEXT NOT NULL,
  actor TEXT NOT NULL,
  carrier TEXT,
  created_at INTEGER NOT NULL,
  finished_at INTEGER,                   -- null while it runs
  is_single INTEGER NOT NULL,
  is_rollback INTEGER NOT NULL,
  first_event INTEGER NOT NULL,
  events INTEGER NOT NULL,
  errors TEXT,
  claimed_until INTEGER NOT NULL,
  claimed_by TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE INDEX epcis_jobs_owner ON epcis_jobs (owner, id);
CREATE INDEX epcis_jobs_open ON epcis_jobs (claimed_until) WHERE finished_at IS NULL;

CREATE TABLE epcis_events (
  sequence INTEGER PRIMARY KEY,
  id_hash BLOB NOT NULL,
  declared_at INTEGER NOT NULL,
  owner TEXT NOT NULL,
  job BLOB NOT NULL,
  type TEXT NOT NULL,
  action TEXT,
  event_time INTEGER NOT NULL,
  record_time INTEGER NOT NULL,
  step TEXT,
  disposition TEXT,
  read_point TEXT,
  location TEXT,
  context TEXT,
  payload BLOB NOT NULL,
  UNIQUE (id_hash, owner, declared_at)
) STRICT;
CREATE INDEX epcis_events_event_time ON epcis_events (event_time, sequence);
CREATE INDEX epcis_events_record_time ON epcis_events (record_time, sequence);

CREATE TABLE epcis_names (
  hash INTEGER NOT NULL,
  sequence INTEGER NOT NULL,
  roles INTEGER NOT NULL,
  PRIMARY KEY (hash, sequence)
) STRICT, WITHOUT ROWID;

CREATE TABLE epcis_words (
  kind INTEGER NOT NULL,
  word TEXT NOT NULL,
  PRIMARY KEY (kind, word)
) STRICT, WITHOUT ROWID;
