-- When what was stored of an account that uninstalled the app was erased; it was told by the words of its reason.
ALTER TABLE account ADD COLUMN erased_at INTEGER;
UPDATE account SET erased_at = since, reason = 'the app was uninstalled'
WHERE state = 'REMOVED' AND reason = 'the app was uninstalled, and what was stored is erased';
