-- Triggers in the CRM's own workflows that are to fire when a run of ours ends. An account may have them before contracts
-- are live in it; the text is that of account.account.
CREATE TABLE subscription (
  account      TEXT    NOT NULL,
  -- the trigger as the CRM numbers it
  subscription TEXT    NOT NULL,
  workflow     TEXT    NOT NULL,
  -- JSON lists of what it waits for; an empty list for all
  contracts    TEXT    NOT NULL,
  exits        TEXT    NOT NULL,
  -- where to post to
  target       TEXT    NOT NULL,
  -- why it never fires; empty when it does
  fault        TEXT    NOT NULL,
  -- what was heard of it last; a deleted one stays, so that what was sent before that does not bring it back
  heard        TEXT    NOT NULL CHECK (heard IN ('CREATED', 'UPDATED', 'DELETED')),
  heard_at     INTEGER NOT NULL,
  PRIMARY KEY (account, subscription)
) STRICT, WITHOUT ROWID;

-- Ends of runs, to be told to those triggers. Stored with the end itself.
CREATE TABLE announcement (
  run          INTEGER NOT NULL REFERENCES run (number),
  subscription TEXT    NOT NULL,
  installation INTEGER NOT NULL REFERENCES installation (number),
  exit         TEXT    NOT NULL,
  meaning      TEXT    NOT NULL,
  deal         TEXT,
  ended_at     INTEGER NOT NULL,
  state        TEXT    NOT NULL CHECK (state IN ('OPEN', 'TOLD', 'FAILED', 'DROPPED')),
  attempts     INTEGER NOT NULL,
  next_at      INTEGER NOT NULL,
  -- what came of it last, for people
  words        TEXT    NOT NULL,
  PRIMARY KEY (run, subscription)
) STRICT, WITHOUT ROWID;

CREATE INDEX announcement_open ON announcement (installation, next_at) WHERE state = 'OPEN';
