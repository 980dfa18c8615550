using Microsoft.Data.Sqlite;

namespace Tracking.Silo.Hosting;

/// <summary>The SQLite file of what changes seldom: beside the journal's, because its driver blocks and waits.</summary>
internal static class RecordsFile
{
    public static string Path(string folder) => System.IO.Path.Combine(folder, "records.db");

    public static string ConnectionString(string folder) =>
        new SqliteConnectionStringBuilder { DataSource = Path(folder), Pooling = true, DefaultTimeout = 30 }.ToString();
}
