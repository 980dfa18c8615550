using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tracking.Journal.Postgres;
using Tracking.Postgres.Testing;

namespace Tracking.Journal.Tests.Stores;

/// <summary>One server for all tests, which takes a second or two to start; each test has a database of its own.</summary>
public sealed class PostgresServer : IAsyncLifetime
{
    public TemporaryPostgres Server { get; private set; } = null!;

    public async Task InitializeAsync() => Server = await TemporaryPostgres.StartAsync(new() { MaxConnections = 100 });

    public async Task DisposeAsync()
    {
        if (Server is not null)
        {
            await Server.DisposeAsync();
        }
    }
}

public sealed partial class PostgresStoreTests(PostgresServer postgres) : StoreTests, IClassFixture<PostgresServer>
{
    private string connectionString = "";

    private protected override async Task<IJournalStore> OpenAsync()
    {
        if (connectionString.Length == 0)
        {
            connectionString = await postgres.Server.CreateDatabaseAsync();
        }

        return new PostgresStore(connectionString, TimeProvider.System, NullLogger<PostgresStore>.Instance);
    }

    private protected override ValueTask CloseAsync(IJournalStore store) => ((PostgresStore)store).DisposeAsync();

    private async Task<T> Ask<T>(string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        return (T)(await command.ExecuteScalarAsync())!;
    }
}
