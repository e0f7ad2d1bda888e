-- Reading the CRM for what webhooks never told: how far each kind of reading has come, and what it found.
CREATE TABLE round (
  installation INTEGER NOT NULL REFERENCES installation (number),
  kind         TEXT    NOT NULL,
  -- the moment of installation: what was before is not recovered
  watched      INTEGER NOT NULL,
  -- everything before was looked at
  through      INTEGER NOT NULL,
  -- the round under way: from when on and up to when it looks, and the page where it goes on
  since        INTEGER,
  until        INTEGER,
  page         TEXT,
  next_at      INTEGER NOT NULL,
  -- when a round was through last
  looked_at    INTEGER,
  -- how often in a row it could not go on, and why
  vain         INTEGER NOT NULL,
  obstacle     TEXT    NOT NULL,
  -- what the CRM had, and how much of it webhooks had told and only the reading found
  met          INTEGER NOT NULL,
  told         INTEGER NOT NULL,
  found        INTEGER NOT NULL,
  PRIMARY KEY (installation, kind)
) STRICT, WITHOUT ROWID;

-- What was read lately, so that rounds may overlap and each thing is still counted once.
CREATE TABLE sighting (
  installation INTEGER NOT NULL REFERENCES installation (number),
  kind         TEXT    NOT NULL,
  sighting     TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  PRIMARY KEY (installation, kind, sighting)
) STRICT, WITHOUT ROWID;
