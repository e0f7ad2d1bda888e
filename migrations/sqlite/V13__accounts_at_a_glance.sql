-- The latest event of an account, which every view of all accounts asks for.
CREATE INDEX event_latest ON event (installation, number);

CREATE INDEX inbox_aside ON inbox (installation, number) WHERE trouble IS NOT NULL;

-- Accounts that have changed since contracts went live, which every question after the server's health asks for.
CREATE INDEX attention_drifted ON attention (installation) WHERE settled_at IS NULL AND concern = 'DRIFTED';

-- What the CRM said last of an account's calls of the day, for whoever asks beside the server.
CREATE TABLE allowance (
  installation INTEGER NOT NULL PRIMARY KEY REFERENCES installation (number),
  -- how many it allows in a day; 0 where it does not say
  most         INTEGER NOT NULL,
  left         INTEGER NOT NULL,
  -- when there are new ones, where it says that
  turns_at     INTEGER,
  said_at      INTEGER NOT NULL
) STRICT;
