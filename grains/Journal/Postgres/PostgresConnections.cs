using Npgsql;

namespace Tracking.Journal.Postgres;

/// <summary>
/// The connections of a silo in two small pools: one for the statements of the hot path, which are prepared once and keep
/// their plan; one for lists, whose best plan depends on what is asked. People who search never take the writer's place.
/// </summary>
internal sealed class PostgresConnections : IAsyncDisposable
{
    private const int HotPool = 16;
    private const int ListPool = 16;
    private const string ByKey =
        "-c jit=off -c plan_cache_mode=force_generic_plan -c enable_hashjoin=off -c enable_mergejoin=off -c enable_seqscan=off -c enable_bitmapscan=off";

    public PostgresConnections(string connectionString)
    {
        var settings = new NpgsqlConnectionStringBuilder(connectionString);
        settings.ApplicationName ??= "tracking";
        Lists = Build(settings, ListPool, "-c jit=off");

        // The plan of the hot statements is known: rows come as arrays, tables are reached by their key. Without these
        // settings a plan made while the tables are still empty would scan them, and be kept while they grow. A commit is
        // acknowledged when it is on the disk, whatever the server's default.
        Hot = Build(
            settings,
            HotPool,
            $"-c synchronous_commit=on {ByKey}");
    }

    public NpgsqlDataSource Hot { get; }

    public NpgsqlDataSource Lists { get; }

    public async ValueTask DisposeAsync()
    {
        await Hot.DisposeAsync();
        await Lists.DisposeAsync();
    }

    /// <summary>Connections of a reader of the whole journal, who goes by keys too, whatever the planner believes.</summary>
    public static NpgsqlDataSource BuildForReading(string connectionString, int pool) =>
        Build(new NpgsqlConnectionStringBuilder(connectionString) { ApplicationName = "tracking recount", CommandTimeout = 0 }, pool, ByKey);

    private static NpgsqlDataSource Build(NpgsqlConnectionStringBuilder settings, int pool, string options)
    {
        var own = new NpgsqlConnectionStringBuilder(settings.ConnectionString)
        {
            MaxPoolSize = pool,
            // Statements are prepared by name where it matters. Npgsql's automatic way loses count when one fails (its issue
            // 6391, seen here as answers to another question), and appends do fail.
            MaxAutoPrepare = 0,
            // What the operator set comes last and wins.
            Options = $"{options} {settings.Options}".Trim(),
        };
        return new NpgsqlDataSourceBuilder(own.ConnectionString).Build();
    }
}
