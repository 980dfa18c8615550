-- As on PostgreSQL: the id of an append lies with its events.
ALTER TABLE heads DROP COLUMN append_id;
