-- Open deadlines, written in the transaction of the append that changes them.
CREATE TABLE deadlines (
  stream BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  bucket INTEGER NOT NULL,
  carrier TEXT NOT NULL,
  number TEXT NOT NULL,
  ends_at INTEGER NOT NULL,
  wake_at INTEGER,                       -- when time alone next changes it
  content TEXT NOT NULL,
  PRIMARY KEY (stream, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX deadlines_wake ON deadlines (wake_at, stream, ordinal, bucket, carrier, number) WHERE wake_at IS NOT NULL;
CREATE INDEX deadlines_queue ON deadlines (ends_at, stream, ordinal);
