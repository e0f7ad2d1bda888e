-- The moment of the latest install, entry or uninstall that is known of an account: what the CRM sent before that is late
-- and no longer true. A loss of tokens does not move it, as it moves "since".
ALTER TABLE account ADD COLUMN told INTEGER NOT NULL DEFAULT 0;
-- of an account whose tokens were lost nobody knows any more when it let us in: no uninstall of it is late
UPDATE account SET told = since WHERE state <> 'DISCONNECTED';
