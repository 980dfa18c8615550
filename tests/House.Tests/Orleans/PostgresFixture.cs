using Tracking.Postgres.Testing;

namespace Tracking.House.Tests.Orleans;

/// <summary>One server for all tests of the scripts.</summary>
public sealed class PostgresFixture : IAsyncLifetime
{
    private TemporaryPostgres? postgres;

    public async Task InitializeAsync() => postgres = await TemporaryPostgres.StartAsync();

    public async Task DisposeAsync() => await postgres!.DisposeAsync();

    /// <summary>A database with both scripts applied, twice, because they must bear that.</summary>
    public async Task<string> CreateDatabaseAsync()
    {
        var connectionString = await postgres!.CreateDatabaseAsync();
        await OrleansScripts.ApplyToPostgresAsync(connectionString);
        await OrleansScripts.ApplyToPostgresAsync(connectionString);
        return connectionString;
    }
}

[CollectionDefinition(Name)]
public sealed class PostgresCollection : ICollectionFixture<PostgresFixture>
{
    public const string Name = "PostgreSQL";
}
