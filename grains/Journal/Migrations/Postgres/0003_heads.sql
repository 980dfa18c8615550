-- Each event carries the id of its append, and that is where a lost acknowledgement is settled: nobody reads it here. (Before
-- the first release: what nobody uses any more goes at once.)
ALTER TABLE heads DROP COLUMN append_id;
