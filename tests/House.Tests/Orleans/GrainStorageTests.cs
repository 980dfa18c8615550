using Microsoft.Data.Sqlite;

namespace Tracking.House.Tests.Orleans;

[Collection(PostgresCollection.Name)]
public sealed class PostgresGrainStorageTests(PostgresFixture postgres) : GrainStorageContract
{
    protected override async Task<(string Invariant, string ConnectionString)> CreateStoreAsync() =>
        ("Npgsql", await postgres.CreateDatabaseAsync());
}

public sealed class SqliteGrainStorageTests : GrainStorageContract
{
    private readonly string folder = Directory.CreateTempSubdirectory("tracking-house").FullName;

    protected override async Task<(string Invariant, string ConnectionString)> CreateStoreAsync()
    {
        var connectionString = new SqliteConnectionStringBuilder { DataSource = Path.Combine(folder, "orleans.db") }.ConnectionString;
        await OrleansScripts.ApplyToSqliteAsync(connectionString);
        await OrleansScripts.ApplyToSqliteAsync(connectionString);
        return ("System.Data.SQLite", connectionString);
    }

    protected override Task DeleteStoreAsync()
    {
        SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
        return Task.CompletedTask;
    }
}
