-- Times are microseconds since 1970 UTC. Whatever belongs to an installation carries its number, so that every lock,
-- limit and query is of one installation.

CREATE TABLE installation (
  number        INTEGER PRIMARY KEY,
  installation  TEXT    NOT NULL UNIQUE,
  zone          TEXT    NOT NULL,
  added_at      INTEGER NOT NULL,
  -- the first reading of all contacts: where it goes on, and when it was through
  import_cursor TEXT,
  imported_at   INTEGER
) STRICT;

CREATE TABLE operation_version (
  number       INTEGER PRIMARY KEY,
  installation INTEGER NOT NULL REFERENCES installation (number),
  hash         TEXT    NOT NULL,
  text         TEXT    NOT NULL,
  active       INTEGER NOT NULL CHECK (active IN (0, 1)),
  added_at     INTEGER NOT NULL,
  UNIQUE (installation, hash)
) STRICT;

CREATE UNIQUE INDEX operation_version_active ON operation_version (installation) WHERE active = 1;

-- Every version that ever ran, readable without the jar it came in.
CREATE TABLE contract_version (
  number       INTEGER PRIMARY KEY,
  installation INTEGER NOT NULL REFERENCES installation (number),
  contract     TEXT    NOT NULL,
  hash         TEXT    NOT NULL,
  title        TEXT    NOT NULL,
  text         TEXT    NOT NULL,
  -- the operation that it was first loaded with
  operation    INTEGER NOT NULL REFERENCES operation_version (number),
  active       INTEGER NOT NULL CHECK (active IN (0, 1)),
  added_at     INTEGER NOT NULL,
  UNIQUE (installation, contract, hash)
) STRICT;

CREATE UNIQUE INDEX contract_version_active ON contract_version (installation, contract) WHERE active = 1;

-- Ids of webhooks that were accepted. They are kept for long, since a retry repeats an old body.
CREATE TABLE delivery (
  installation INTEGER NOT NULL REFERENCES installation (number),
  delivery     TEXT    NOT NULL,
  received_at  INTEGER NOT NULL,
  PRIMARY KEY (installation, delivery)
) STRICT, WITHOUT ROWID;

-- Deliveries not yet worked on, in the order in which they came.
CREATE TABLE inbox (
  number       INTEGER PRIMARY KEY AUTOINCREMENT,
  installation INTEGER NOT NULL REFERENCES installation (number),
  delivery     TEXT    NOT NULL,
  order_key    TEXT    NOT NULL,
  kind         TEXT    NOT NULL,
  body         BLOB    NOT NULL,
  received_at  INTEGER NOT NULL,
  -- why it cannot be worked on; it is then kept for a person to look at
  trouble      TEXT
) STRICT;

CREATE INDEX inbox_waiting ON inbox (installation, number) WHERE trouble IS NULL;

-- What was heard of contacts, each event once.
CREATE TABLE event (
  number       INTEGER PRIMARY KEY,
  installation INTEGER NOT NULL REFERENCES installation (number),
  event        TEXT    NOT NULL,
  contact      TEXT    NOT NULL,
  occurred_at  INTEGER NOT NULL,
  heard_at     INTEGER NOT NULL,
  provenance   TEXT    NOT NULL,
  -- what happened, with what the contact wrote; emptied when its time is over
  body         TEXT,
  -- the same in words without personal data
  words        TEXT    NOT NULL,
  UNIQUE (installation, event)
) STRICT;

CREATE INDEX event_contact ON event (installation, contact, number);

-- One row per contact; its version guards everything else that is stored about the contact.
CREATE TABLE contact (
  installation INTEGER NOT NULL REFERENCES installation (number),
  contact      TEXT    NOT NULL,
  version      INTEGER NOT NULL,
  remembered   TEXT,
  name         TEXT,
  PRIMARY KEY (installation, contact)
) STRICT, WITHOUT ROWID;

CREATE TABLE run (
  number           INTEGER PRIMARY KEY,
  installation     INTEGER NOT NULL REFERENCES installation (number),
  run              TEXT    NOT NULL,
  contact          TEXT    NOT NULL,
  contract         TEXT    NOT NULL,
  contract_version INTEGER NOT NULL REFERENCES contract_version (number),
  run_key          TEXT    NOT NULL,
  cause            TEXT    NOT NULL,
  begun_at         INTEGER NOT NULL,
  standing         TEXT    NOT NULL,
  memory           TEXT    NOT NULL,
  -- what follows is taken out of the standing, for queries
  state            TEXT    NOT NULL,
  place            TEXT,
  alarm_at         INTEGER,
  over             INTEGER NOT NULL CHECK (over IN (0, 1)),
  exit             TEXT,
  proof            TEXT,
  ended_at         INTEGER,
  changed_at       INTEGER NOT NULL,
  version          INTEGER NOT NULL,
  UNIQUE (installation, run)
) STRICT;

-- The enrollment lock: one run under way per contact, contract and key.
CREATE UNIQUE INDEX run_under_way ON run (installation, contact, contract, run_key) WHERE over = 0;
CREATE INDEX run_over ON run (installation, contact, ended_at) WHERE over = 1;
CREATE INDEX run_alarm ON run (installation, alarm_at) WHERE alarm_at IS NOT NULL;

-- Who holds which contact: at most one run per lane.
CREATE TABLE lane_lock (
  installation INTEGER NOT NULL REFERENCES installation (number),
  contact      TEXT    NOT NULL,
  lane         TEXT    NOT NULL,
  run          INTEGER NOT NULL REFERENCES run (number),
  priority     INTEGER NOT NULL,
  since        INTEGER NOT NULL,
  PRIMARY KEY (installation, contact, lane)
) STRICT, WITHOUT ROWID;

CREATE INDEX lane_lock_run ON lane_lock (run);

-- Contacts for whom a run of lower priority is giving way at this moment.
CREATE TABLE entry_waiting (
  installation INTEGER NOT NULL REFERENCES installation (number),
  contact      TEXT    NOT NULL,
  contract     TEXT    NOT NULL,
  event        TEXT    NOT NULL,
  body         TEXT    NOT NULL,
  lane         TEXT    NOT NULL,
  priority     INTEGER NOT NULL,
  since        INTEGER NOT NULL,
  PRIMARY KEY (installation, contact, contract, event)
) STRICT, WITHOUT ROWID;

-- Commands, stored before they are carried out.
CREATE TABLE intent (
  run          INTEGER NOT NULL REFERENCES run (number),
  number       INTEGER NOT NULL,
  installation INTEGER NOT NULL REFERENCES installation (number),
  contact      TEXT    NOT NULL,
  step         TEXT    NOT NULL,
  retries      INTEGER NOT NULL,
  doing        TEXT    NOT NULL,
  urgency      INTEGER NOT NULL,
  state        TEXT    NOT NULL CHECK (state IN ('PENDING', 'CLAIMED', 'IN_DOUBT', 'REPORTED', 'DONE', 'DROPPED')),
  attempts     INTEGER NOT NULL,
  decided_at   INTEGER NOT NULL,
  next_at      INTEGER NOT NULL,
  -- what is told to the CRM, word for word, stored before it is told
  deed         TEXT,
  first_tried_at INTEGER,
  tried_at     INTEGER,
  outcome      TEXT,
  done_at      INTEGER,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX intent_open ON intent (installation, urgency, next_at) WHERE done_at IS NULL;
CREATE INDEX intent_tried ON intent (installation, contact, tried_at) WHERE tried_at IS NOT NULL;

-- Messages to contacts, sent or under way: what limits and duplicates are counted by.
CREATE TABLE message (
  run          INTEGER NOT NULL REFERENCES run (number),
  number       INTEGER NOT NULL,
  installation INTEGER NOT NULL REFERENCES installation (number),
  contact      TEXT    NOT NULL,
  channel      TEXT    NOT NULL,
  purpose      TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  -- the message as the CRM numbers it
  message      TEXT,
  PRIMARY KEY (run, number)
) STRICT, WITHOUT ROWID;

CREATE INDEX message_contact ON message (installation, contact, at);

CREATE TABLE journal (
  number       INTEGER PRIMARY KEY,
  installation INTEGER NOT NULL REFERENCES installation (number),
  run          INTEGER NOT NULL REFERENCES run (number),
  at           INTEGER NOT NULL,
  kind         TEXT    NOT NULL,
  step         TEXT    NOT NULL,
  words        TEXT    NOT NULL
) STRICT;

CREATE INDEX journal_run ON journal (run, number);

-- Who was not admitted, and why.
CREATE TABLE refusal (
  number           INTEGER PRIMARY KEY,
  installation     INTEGER NOT NULL REFERENCES installation (number),
  contact          TEXT    NOT NULL,
  contract         TEXT    NOT NULL,
  contract_version INTEGER NOT NULL REFERENCES contract_version (number),
  -- the event that would have begun the run
  cause            TEXT    NOT NULL,
  at               INTEGER NOT NULL,
  reasons          TEXT    NOT NULL
) STRICT;

CREATE INDEX refusal_contact ON refusal (installation, contact, number);
CREATE INDEX refusal_contract ON refusal (installation, contract, number);

-- What a person has to look at.
CREATE TABLE attention (
  number       INTEGER PRIMARY KEY,
  installation INTEGER NOT NULL REFERENCES installation (number),
  run          INTEGER REFERENCES run (number),
  contact      TEXT,
  concern      TEXT    NOT NULL,
  words        TEXT    NOT NULL,
  raised_at    INTEGER NOT NULL,
  settled_at   INTEGER,
  settled_by   TEXT
) STRICT;

CREATE INDEX attention_open ON attention (installation, number) WHERE settled_at IS NULL;

-- What operators ordered.
CREATE TABLE audit (
  number       INTEGER PRIMARY KEY,
  installation INTEGER NOT NULL REFERENCES installation (number),
  at           INTEGER NOT NULL,
  who          TEXT    NOT NULL,
  what         TEXT    NOT NULL,
  run          INTEGER REFERENCES run (number),
  contact      TEXT
) STRICT;

CREATE INDEX audit_installation ON audit (installation, number);

-- How far each walk over all contacts has come, for dates and schedules.
CREATE TABLE sweep (
  installation INTEGER NOT NULL REFERENCES installation (number),
  contract     TEXT    NOT NULL,
  slot         TEXT    NOT NULL,
  cursor       TEXT    NOT NULL,
  done_at      INTEGER,
  PRIMARY KEY (installation, contract, slot)
) STRICT, WITHOUT ROWID;
