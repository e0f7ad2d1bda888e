-- Somebody may have an end told again that the CRM did not take, and ends that are settled are
-- forgotten after a while.

-- when somebody had it told again, from which it is tried for as long as at first
ALTER TABLE announcement ADD COLUMN again_at INTEGER;

CREATE INDEX announcement_failed ON announcement (installation, ended_at)
WHERE state = 'FAILED';

CREATE INDEX announcement_settled ON announcement (installation, ended_at)
WHERE state IN ('TOLD', 'DROPPED');

-- Whose turn it is to renew a token, for all that share this database: a refresh token works once.
ALTER TABLE secret ADD COLUMN turn_of TEXT;
ALTER TABLE secret ADD COLUMN turn_ends INTEGER;
