-- What stands word for word in many rows, once. Columns of JSON may have the number of a phrase in place of the thing
-- itself: a command, what was told to the CRM, what came of it, how a run ended, a line of the journal. So may the words of
-- an event.
CREATE TABLE phrase (
  number       INTEGER PRIMARY KEY,
  installation INTEGER NOT NULL REFERENCES installation (number),
  text         TEXT    NOT NULL,
  UNIQUE (installation, text)
) STRICT;

-- What was written together is one row.
CREATE TABLE journal_in_rows (
  number       INTEGER PRIMARY KEY,
  installation INTEGER NOT NULL REFERENCES installation (number),
  run          INTEGER NOT NULL REFERENCES run (number),
  at           INTEGER NOT NULL,
  -- a JSON list; each line is a list of its kind, step and words, or the number of a phrase that is one
  lines        TEXT    NOT NULL
) STRICT;

INSERT INTO journal_in_rows (number, installation, run, at, lines)
SELECT number, installation, run, at, json_array(json_array(kind, step, words)) FROM journal ORDER BY number;

DROP TABLE journal;
ALTER TABLE journal_in_rows RENAME TO journal;

-- A row's number is the last part of every index anyway, and of one contact's runs any order is quickly made.
CREATE INDEX journal_run ON journal (run);

DROP INDEX event_contact;
CREATE INDEX event_contact ON event (installation, contact);
DROP INDEX event_latest;
CREATE INDEX event_latest ON event (installation);
DROP INDEX run_over;
CREATE INDEX run_over ON run (installation, contact) WHERE over = 1;
