-- What automations of the CRM and other apps did with contacts while runs of ours were under way, for a few weeks.
CREATE TABLE foreign_act (
  installation INTEGER NOT NULL REFERENCES installation (number),
  at           INTEGER NOT NULL,
  event        TEXT    NOT NULL,
  contact      TEXT    NOT NULL,
  hand         TEXT    NOT NULL,
  act          TEXT    NOT NULL,
  PRIMARY KEY (installation, at, event)
) STRICT, WITHOUT ROWID;
