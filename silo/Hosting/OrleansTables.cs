using Tracking.Journal;

namespace Tracking.Silo.Hosting;

/// <summary>Lays the tables and stored queries that Orleans asks for, before the silo starts. Safe to do again, and by several silos at once.</summary>
internal static class OrleansTables
{
    public static Task LayAsync(JournalOptions journal, CancellationToken cancellationToken) => journal.Store == JournalOptions.PostgreSql
        ? SqlScripts.ApplyToPostgresAsync(journal.Postgres!, Scripts("postgres-"), cancellationToken)
        : SqlScripts.ApplyToSqliteAsync(RecordsFile.Path(journal.Folder!), Scripts("sqlite-"), cancellationToken);

    private static ImmutableArray<SqlScript> Scripts(string store) => SqlScript.FromAssembly(typeof(IJournal).Assembly, $"Tracking.Journal.Orleans.{store}");
}
