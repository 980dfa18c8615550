-- What is and was in boxes, as on PostgreSQL.
CREATE TABLE contents (
  stream BLOB NOT NULL,
  ordinal INTEGER NOT NULL,
  carrier TEXT NOT NULL,
  number TEXT NOT NULL,
  box TEXT NOT NULL,
  since INTEGER NOT NULL,
  until INTEGER,
  is_box INTEGER NOT NULL,
  elsewhere INTEGER NOT NULL,
  verdicts INTEGER NOT NULL,
  PRIMARY KEY (stream, ordinal)
) STRICT, WITHOUT ROWID;
CREATE INDEX contents_box ON contents (carrier, box, number, verdicts) WHERE until IS NULL;
CREATE INDEX contents_blocked ON contents (carrier, box, number, verdicts) WHERE until IS NULL AND verdicts <> 0;
CREATE INDEX contents_nested ON contents (carrier, box, number) WHERE until IS NULL AND is_box AND box <> '';
CREATE INDEX contents_elsewhere ON contents (carrier, box, number) WHERE until IS NULL AND elsewhere;
CREATE INDEX contents_number ON contents (carrier, number, box);
