-- What is and was in boxes, with what each thing's own facts answer a belt: written in the transaction of the append that
-- changes it. A row with an empty box is what stands in the way of a box itself. Only streams that were packed have rows.
CREATE TABLE contents (
  stream uuid NOT NULL,
  ordinal integer NOT NULL,
  carrier text COLLATE "C" NOT NULL,
  number text COLLATE "C" NOT NULL,
  box text COLLATE "C" NOT NULL,
  since bigint NOT NULL,
  until bigint,
  is_box boolean NOT NULL,
  elsewhere boolean NOT NULL,
  verdicts integer NOT NULL,
  PRIMARY KEY (stream, ordinal)
);
CREATE INDEX contents_box ON contents (carrier, box, number, verdicts) WHERE until IS NULL;
CREATE INDEX contents_blocked ON contents (carrier, box, number, verdicts) WHERE until IS NULL AND verdicts <> 0;
CREATE INDEX contents_nested ON contents (carrier, box, number) WHERE until IS NULL AND is_box AND box <> '';
CREATE INDEX contents_elsewhere ON contents (carrier, box, number) WHERE until IS NULL AND elsewhere;
CREATE INDEX contents_number ON contents (carrier, number, box);
