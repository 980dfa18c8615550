-- What Orleans' ADO.NET grain storage needs of PostgreSQL 15 or later. May be applied again at any time. Apply in one
-- transaction, under the migrations' lock, before a silo starts: Orleans reads OrleansQuery once, at start.

CREATE TABLE IF NOT EXISTS OrleansQuery
(
    QueryKey  text PRIMARY KEY,
    QueryText text NOT NULL
);

-- GrainTypeString holds the name of the state, not the class of the grain: state names must be unique in the product.
-- Rows are rewritten in place, so pages keep room for the next version beside the last.
CREATE TABLE IF NOT EXISTS OrleansStorage
(
    ServiceId              text        NOT NULL,
    GrainTypeString        text        NOT NULL,
    GrainTypeHash          int         NOT NULL,
    GrainIdHash            int         NOT NULL,
    GrainIdN0              bigint      NOT NULL,
    GrainIdN1              bigint      NOT NULL,
    GrainIdExtensionString text,
    Version                int         NOT NULL,
    ModifiedOn             timestamptz NOT NULL DEFAULT now(),
    PayloadBinary          bytea
) WITH (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.02);

-- At most one row a state, or two activations that race for the first write would leave a state that can no longer be
-- read. The hashes follow from the other columns, so they do not loosen the key; they come first because the extension
-- is compared with IS NOT DISTINCT FROM, which no index can serve, and the numbers are 0 for grains with text keys.
CREATE UNIQUE INDEX IF NOT EXISTS OrleansStorageKey ON OrleansStorage
    (GrainIdHash, GrainTypeHash, ServiceId, GrainTypeString, GrainIdN0, GrainIdN1, GrainIdExtensionString)
    NULLS NOT DISTINCT;

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('ReadFromStorageKey', $text$
SELECT PayloadBinary, Version
FROM OrleansStorage
WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash
  AND ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
  AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
  AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString::text
LIMIT 1
$text$),

-- No version: a first write, which loses to a row that is there already. A version: it must be the one that is stored.
-- The answer is the version written, or null where another write was first.
('WriteToStorageKey', $text$
WITH changed AS (
    UPDATE OrleansStorage SET PayloadBinary = @PayloadBinary::bytea, ModifiedOn = now(), Version = Version + 1
    WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash
      AND ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
      AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
      AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString::text
      AND Version = @GrainStateVersion::int
    RETURNING Version),
added AS (
    INSERT INTO OrleansStorage
        (ServiceId, GrainTypeString, GrainTypeHash, GrainIdHash, GrainIdN0, GrainIdN1, GrainIdExtensionString,
         Version, PayloadBinary)
    SELECT @ServiceId::text, @GrainTypeString::text, @GrainTypeHash::int, @GrainIdHash::int, @GrainIdN0::bigint,
           @GrainIdN1::bigint, @GrainIdExtensionString::text, 1, @PayloadBinary::bytea
    WHERE @GrainStateVersion::int IS NULL
    ON CONFLICT DO NOTHING
    RETURNING Version)
SELECT (SELECT Version FROM changed UNION ALL SELECT Version FROM added) AS NewGrainStateVersion
$text$),

-- A cleared state keeps its row and its version, so that a late write from before the clearing is refused.
('ClearStorageKey', $text$
WITH cleared AS (
    UPDATE OrleansStorage SET PayloadBinary = NULL, ModifiedOn = now(), Version = Version + 1
    WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash
      AND ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
      AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
      AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString::text
      AND Version = @GrainStateVersion::int
    RETURNING Version)
SELECT (SELECT Version FROM cleared) AS NewGrainStateVersion
$text$),

('DeleteStorageKey', $text$
WITH deleted AS (
    DELETE FROM OrleansStorage
    WHERE GrainIdHash = @GrainIdHash AND GrainTypeHash = @GrainTypeHash
      AND ServiceId = @ServiceId AND GrainTypeString = @GrainTypeString
      AND GrainIdN0 = @GrainIdN0 AND GrainIdN1 = @GrainIdN1
      AND GrainIdExtensionString IS NOT DISTINCT FROM @GrainIdExtensionString::text
      AND Version = @GrainStateVersion::int
    RETURNING Version + 1 AS Version)
SELECT (SELECT Version FROM deleted) AS NewGrainStateVersion
$text$)
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
