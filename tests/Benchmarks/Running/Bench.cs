using System.Globalization;
using Npgsql;
using Tracking.Benchmarks.Seeding;
using Tracking.Postgres.Testing;

namespace Tracking.Benchmarks.Running;

/// <summary>What scenarios stand on: one PostgreSQL server on a temporary folder, and databases on it, empty or with shipments under way.</summary>
internal sealed class Bench : IAsyncDisposable
{
    // As the product's own docker-compose.yml sets it up; every commit reaches the disk.
    private static readonly TemporaryPostgresOptions Options = new()
    {
        Fsync = true,
        Settings = new Dictionary<string, string> { ["shared_buffers"] = "256MB", ["max_wal_size"] = "4GB" },
    };

    private readonly TemporaryPostgres postgres;
    private readonly Dictionary<SeedShape, string> seeded = [];
    private int databases;

    private Bench(TemporaryPostgres postgres, RunSettings settings) => (this.postgres, Settings) = (postgres, settings);

    public RunSettings Settings { get; }

    public static async Task<Bench> StartAsync(RunSettings settings, CancellationToken cancellationToken) =>
        new(await TemporaryPostgres.StartAsync(Options, cancellationToken), settings);

    /// <summary>An empty database.</summary>
    /// <returns>Its connection string.</returns>
    public async Task<string> EmptyDatabaseAsync(CancellationToken cancellationToken)
    {
        var name = string.Create(CultureInfo.InvariantCulture, $"bench{++databases}");
        await RunAsync($"CREATE DATABASE {name}", cancellationToken);
        return Connection(name);
    }

    /// <summary>A journal of its own with shipments in it. The first of a shape is seeded, further ones are copies of it.</summary>
    public async Task<string> JournalAsync(SeedShape shape, CancellationToken cancellationToken)
    {
        if (!seeded.TryGetValue(shape, out var original))
        {
            original = await EmptyDatabaseAsync(cancellationToken);
            await using (var seed = await JournalSeed.OpenAsync(original, shape.Released, cancellationToken))
            {
                await seed.AddAsync(shape.Shipments, shape.OfOneSeller, cancellationToken);
            }

            NpgsqlConnection.ClearAllPools();
            seeded.Add(shape, original);
        }

        var name = string.Create(CultureInfo.InvariantCulture, $"bench{++databases}");
        await RunAsync($"CREATE DATABASE {name} TEMPLATE {NameOf(original)} STRATEGY file_copy", cancellationToken);
        return Connection(name);
    }

    /// <summary>Drops a database, whoever is connected to it.</summary>
    public async Task DropAsync(string connectionString)
    {
        NpgsqlConnection.ClearAllPools();
        await RunAsync($"DROP DATABASE {NameOf(connectionString)} WITH (FORCE)", CancellationToken.None);
    }

    public ValueTask DisposeAsync() => postgres.DisposeAsync();

    private static string NameOf(string connectionString) => new NpgsqlConnectionStringBuilder(connectionString).Database!;

    private string Connection(string name) => new NpgsqlConnectionStringBuilder(postgres.ConnectionString) { Database = name }.ConnectionString;

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(postgres.ConnectionString);
        await connection.OpenAsync(cancellationToken);
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
