-- What Orleans' ADO.NET clustering needs of PostgreSQL 15 or later: who is a member, and the stored queries it asks for.
-- May be applied again at any time. Apply in one transaction, under the migrations' lock, before a silo starts:
-- Orleans reads OrleansQuery once, at start.

CREATE TABLE IF NOT EXISTS OrleansQuery
(
    QueryKey  text PRIMARY KEY,
    QueryText text NOT NULL
);

-- One row a cluster. Every change of membership raises Version, and only from the version that the writer saw.
CREATE TABLE IF NOT EXISTS OrleansMembershipVersionTable
(
    DeploymentId text        PRIMARY KEY,
    Changed      timestamptz NOT NULL DEFAULT now(),
    Version      int         NOT NULL DEFAULT 0
);

CREATE TABLE IF NOT EXISTS OrleansMembershipTable
(
    DeploymentId text        NOT NULL REFERENCES OrleansMembershipVersionTable ON DELETE CASCADE,
    Address      text        NOT NULL,
    Port         int         NOT NULL,
    Generation   int         NOT NULL,
    SiloName     text        NOT NULL,
    HostName     text        NOT NULL,
    Status       int         NOT NULL,
    ProxyPort    int,
    SuspectTimes text,
    StartTime    timestamptz NOT NULL,
    IAmAliveTime timestamptz NOT NULL,
    PRIMARY KEY (DeploymentId, Address, Port, Generation)
);

INSERT INTO OrleansQuery (QueryKey, QueryText) VALUES
('InsertMembershipVersionKey', $text$
WITH added AS (
    INSERT INTO OrleansMembershipVersionTable (DeploymentId) VALUES (@DeploymentId)
    ON CONFLICT DO NOTHING
    RETURNING 1)
SELECT EXISTS (SELECT FROM added)
$text$),

-- The row of the version is the lock: of two writers that saw the same version, the second finds it raised when the
-- first has committed, and changes nothing. So the silo's row and the version move together or not at all.
('InsertMembershipKey', $text$
WITH raised AS (
    UPDATE OrleansMembershipVersionTable SET Version = Version + 1, Changed = now()
    WHERE DeploymentId = @DeploymentId AND Version = @Version
      AND NOT EXISTS (
          SELECT FROM OrleansMembershipTable
          WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation)
    RETURNING DeploymentId),
added AS (
    INSERT INTO OrleansMembershipTable
        (DeploymentId, Address, Port, Generation, SiloName, HostName, Status, ProxyPort, StartTime, IAmAliveTime)
    SELECT DeploymentId, @Address, @Port, @Generation, @SiloName, @HostName, @Status, @ProxyPort, @StartTime, @IAmAliveTime
    FROM raised
    RETURNING 1)
SELECT EXISTS (SELECT FROM added)
$text$),

-- The silo's row is locked before the version's, so that a clean-up in between cannot leave a raised version behind.
('UpdateMembershipKey', $text$
WITH target AS (
    SELECT FROM OrleansMembershipTable
    WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
    FOR UPDATE),
raised AS (
    UPDATE OrleansMembershipVersionTable SET Version = Version + 1, Changed = now()
    WHERE DeploymentId = @DeploymentId AND Version = @Version AND EXISTS (SELECT FROM target)
    RETURNING DeploymentId),
changed AS (
    UPDATE OrleansMembershipTable AS silo
    SET Status = @Status, SuspectTimes = @SuspectTimes, IAmAliveTime = greatest(silo.IAmAliveTime, @IAmAliveTime)
    FROM raised
    WHERE silo.DeploymentId = raised.DeploymentId
      AND silo.Address = @Address AND silo.Port = @Port AND silo.Generation = @Generation
    RETURNING 1)
SELECT EXISTS (SELECT FROM changed)
$text$),

-- A sign of life that was overtaken on its way never takes a later one back.
('UpdateIAmAlivetimeKey', $text$
UPDATE OrleansMembershipTable SET IAmAliveTime = @IAmAliveTime
WHERE DeploymentId = @DeploymentId AND Address = @Address AND Port = @Port AND Generation = @Generation
  AND IAmAliveTime < @IAmAliveTime
$text$),

('MembershipReadRowKey', $text$
SELECT cluster.Version, silo.Address, silo.Port, silo.Generation, silo.SiloName, silo.HostName, silo.Status,
       silo.ProxyPort, silo.SuspectTimes, silo.StartTime, silo.IAmAliveTime
FROM OrleansMembershipVersionTable AS cluster
LEFT JOIN OrleansMembershipTable AS silo
    ON silo.DeploymentId = cluster.DeploymentId
   AND silo.Address = @Address AND silo.Port = @Port AND silo.Generation = @Generation
WHERE cluster.DeploymentId = @DeploymentId
$text$),

('MembershipReadAllKey', $text$
SELECT cluster.Version, silo.Address, silo.Port, silo.Generation, silo.SiloName, silo.HostName, silo.Status,
       silo.ProxyPort, silo.SuspectTimes, silo.StartTime, silo.IAmAliveTime
FROM OrleansMembershipVersionTable AS cluster
LEFT JOIN OrleansMembershipTable AS silo ON silo.DeploymentId = cluster.DeploymentId
WHERE cluster.DeploymentId = @DeploymentId
$text$),

('GatewaysQueryKey', $text$
SELECT Address, ProxyPort, Generation
FROM OrleansMembershipTable
WHERE DeploymentId = @DeploymentId AND Status = @Status AND ProxyPort > 0
$text$),

('DeleteMembershipTableEntriesKey', $text$
DELETE FROM OrleansMembershipVersionTable WHERE DeploymentId = @DeploymentId
$text$),

-- Status 6 is dead. A silo that is merely slow to say that it lives stays, whatever the time of its last sign.
('CleanupDefunctSiloEntriesKey', $text$
DELETE FROM OrleansMembershipTable
WHERE DeploymentId = @DeploymentId AND Status = 6 AND greatest(StartTime, IAmAliveTime) < @IAmAliveTime
$text$)
ON CONFLICT (QueryKey) DO UPDATE SET QueryText = excluded.QueryText;
