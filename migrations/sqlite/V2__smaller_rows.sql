-- A run knows its contact, and a contact's runs are found by the contact: its commands need neither of their own.
DROP INDEX intent_tried;
ALTER TABLE intent DROP COLUMN contact;
-- nobody asked for it
ALTER TABLE intent DROP COLUMN first_tried_at;

-- Messages are asked for by their contact, so that is how they are kept; no index beside it is needed.
CREATE TABLE message_by_contact (
  installation INTEGER NOT NULL REFERENCES installation (number),
  contact      TEXT    NOT NULL,
  run          INTEGER NOT NULL REFERENCES run (number),
  number       INTEGER NOT NULL,
  channel      TEXT    NOT NULL,
  purpose      TEXT    NOT NULL,
  at           INTEGER NOT NULL,
  -- the message as the CRM numbers it
  message      TEXT,
  PRIMARY KEY (installation, contact, run, number)
) STRICT, WITHOUT ROWID;

INSERT INTO message_by_contact (installation, contact, run, number, channel, purpose, at, message)
SELECT installation, contact, run, number, channel, purpose, at, message FROM message;

DROP TABLE message;
ALTER TABLE message_by_contact RENAME TO message;
