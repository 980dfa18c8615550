-- Open deadlines, written in the transaction of the append that changes them. They are woken by silos that share out the
-- buckets: a look at what is due is one probe of the index, however many are open.
CREATE TABLE deadlines (
  stream uuid NOT NULL,
  ordinal integer NOT NULL,
  bucket smallint NOT NULL,
  carrier text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  ends_at bigint NOT NULL,
  wake_at bigint,                         -- when time alone next changes it
  content text NOT NULL,
  PRIMARY KEY (stream, ordinal)
);
CREATE INDEX deadlines_wake ON deadlines (wake_at, stream, ordinal) INCLUDE (bucket, carrier, number) WHERE wake_at IS NOT NULL;
CREATE INDEX deadlines_queue ON deadlines (ends_at, stream, ordinal);
