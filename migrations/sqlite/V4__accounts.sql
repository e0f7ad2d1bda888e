-- Accounts of a CRM in which our app is, or was, installed; there are none where one account is connected by settings.
-- The text is that of installation.installation, where contracts ever went live.
CREATE TABLE account (
  account     TEXT    NOT NULL PRIMARY KEY,
  -- the agency that it is of; empty while it is not known
  company     TEXT    NOT NULL,
  name        TEXT    NOT NULL,
  state       TEXT    NOT NULL CHECK (state IN ('PENDING', 'CONNECTED', 'DISCONNECTED', 'REMOVED')),
  -- why it is in this state, for people
  reason      TEXT    NOT NULL,
  app_version TEXT    NOT NULL,
  -- when it came into this state
  since       INTEGER NOT NULL
) STRICT, WITHOUT ROWID;

-- Secrets, sealed with a key that is not in this file.
CREATE TABLE secret (
  secret  TEXT    NOT NULL PRIMARY KEY,
  sealed  BLOB    NOT NULL,
  -- another one with each change, so that of two who change it one notices
  version INTEGER NOT NULL,
  kept_at INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
