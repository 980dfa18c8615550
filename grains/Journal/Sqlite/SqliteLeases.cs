using System.Globalization;

namespace Tracking.Journal.Sqlite;

/// <summary>Leases of silos: the run of a silo that came last may renew, the ones before it may not.</summary>
internal static class SqliteLeases
{
    public static bool Renew(SqliteSession session, string silo, Guid incarnation, long now, TimeSpan length) => session.InTransaction("BEGIN IMMEDIATE", () =>
    {
        session.Execute(
            """
            INSERT INTO leases (silo, incarnation, generation, renewed_at, expires_at)
            VALUES (@p0, @p1, (SELECT coalesce(max(generation), 0) + 1 FROM leases WHERE silo = @p0), @p2, @p3)
            ON CONFLICT (silo, incarnation) DO UPDATE SET renewed_at = excluded.renewed_at, expires_at = excluded.expires_at
            WHERE generation = (SELECT max(generation) FROM leases WHERE silo = @p0)
            """,
            silo, incarnation.Bytes(), now, now + (long)length.TotalMicroseconds);
        return Convert.ToInt64(
            session.Scalar(
                "SELECT generation = (SELECT max(generation) FROM leases WHERE silo = @p0) FROM leases WHERE silo = @p0 AND incarnation = @p1",
                silo, incarnation.Bytes()),
            CultureInfo.InvariantCulture) == 1;
    });
}
