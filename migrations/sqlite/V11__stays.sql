-- Open deals that stand in a stage with a limit, by what was heard of them. One that left such a stage has no row.
CREATE TABLE stay (
  installation INTEGER NOT NULL REFERENCES installation (number),
  contact      TEXT    NOT NULL,
  deal         TEXT    NOT NULL,
  pipeline     TEXT    NOT NULL,
  stage        TEXT    NOT NULL,
  -- when it entered the stage
  since        INTEGER NOT NULL,
  -- when to look next whether it still stands there
  due_at       INTEGER NOT NULL,
  -- in which words somebody was told; empty where nobody was
  told         TEXT    NOT NULL,
  PRIMARY KEY (installation, contact, deal)
) STRICT, WITHOUT ROWID;

CREATE INDEX stay_due ON stay (installation, due_at);
