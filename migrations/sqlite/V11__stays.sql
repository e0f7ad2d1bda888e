-- Open deals that stand in a stage with a limit, by what was heard of them. One that left such a stage has no row.
CREATE TABLE stay (
  installation INTEGER NOT NULL REFERENCES installation (number),
  contact      TEXT    NOT NULL,
  deal         TEXT    NOT NULL,
  pipeline     TEXT    NOT NULL,
  stage        TEXT    NOT NULL,
  -- when it entered the stage
  since        INTEGER NOT NULL,
  -- for how long it may stand there, in microseconds
  allowed      INTEGER NOT NULL,
  -- when the limit is over; where somebody was told, when to look whether it still stands there;
  -- empty where it waits for the end of a run
  due_at       INTEGER,
  -- the number of what was raised; empty where nobody was told
  attention    INTEGER,
  PRIMARY KEY (installation, contact, deal)
) STRICT, WITHOUT ROWID;

-- A stay is in one of these two: what was told wakes nobody.
CREATE INDEX stay_waiting ON stay (installation, due_at) WHERE attention IS NULL;
CREATE INDEX stay_told ON stay (installation, due_at) WHERE attention IS NOT NULL;

-- Finds those whose limit is another one by now, without those whose limit is the same.
CREATE INDEX stay_standing ON stay (installation, pipeline, stage, allowed, since);
