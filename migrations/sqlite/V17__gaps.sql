-- No table changes, and no row: what is written from here on, an Interlock of before could not read, and so it refuses the
-- file.
--
-- In run.standing, run.memory and intent.outcome a phrase may have gaps, a null each. The column then has a JSON list: the
-- phrase's number, and what belongs into its gaps, in order. event.body may be the number of a phrase.
-- contact.remembered has the moment of the contact itself under "at", without its id.
SELECT 1;
