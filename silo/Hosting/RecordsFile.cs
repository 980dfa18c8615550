using Microsoft.Data.Sqlite;

namespace Tracking.Silo.Hosting;

/// <summary>The SQLite file of what changes seldom: beside the journal's, because its driver blocks and waits.</summary>
internal static class RecordsFile
{
    public static string ConnectionString(string folder) =>
        new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "records.db"), Pooling = true, DefaultTimeout = 30 }.ToString();
}
