-- How many calls to the CRM a run took so far: readings for its decisions, and what was told, with what was tried in vain.
ALTER TABLE run ADD COLUMN calls INTEGER NOT NULL DEFAULT 0;
