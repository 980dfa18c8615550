-- As on PostgreSQL, where the main status lies in a table of its own. SQLite writes only the indexes whose columns change.
CREATE VIEW stages AS SELECT status, stream FROM listing;
DROP INDEX listing_status;
CREATE INDEX listing_status ON listing (status, stream);
