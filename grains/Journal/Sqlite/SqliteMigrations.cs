using System.Globalization;
using Microsoft.Extensions.Logging;
using Tracking.Journal.Writing;

namespace Tracking.Journal.Sqlite;

/// <summary>Brings the file's schema up to date, in one transaction that shuts out every other starter.</summary>
internal static class SqliteMigrations
{
    /// <returns>The journal's epoch.</returns>
    public static Guid Apply(SqliteSession session, TimeProvider time, ILogger logger) => session.InTransaction("BEGIN IMMEDIATE", () =>
    {
        session.Run("CREATE TABLE IF NOT EXISTS schema_versions (version INTEGER PRIMARY KEY, name TEXT NOT NULL, applied_at INTEGER NOT NULL) STRICT");
        var applied = Convert.ToInt32(session.Scalar("SELECT coalesce(max(version), 0) FROM schema_versions"), CultureInfo.InvariantCulture);
        foreach (var migration in EmbeddedSql.Migrations("Sqlite").Where(migration => migration.Version > applied))
        {
            session.Run(migration.Text);
            session.Execute(
                "INSERT INTO schema_versions (version, name, applied_at) VALUES (@p0, @p1, @p2)",
                migration.Version,
                migration.Name,
                RowReader.Microseconds(time.GetUtcNow()));
            logger.Migrated(migration.Version, migration.Name);
        }

        return new Guid((byte[])session.Scalar("SELECT epoch FROM meta")!, bigEndian: true);
    });
}
