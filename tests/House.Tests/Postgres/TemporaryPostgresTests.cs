using Npgsql;
using Tracking.Postgres.Testing;

namespace Tracking.House.Tests.Postgres;

public sealed class TemporaryPostgresTests
{
    [Fact]
    public async Task A_database_keeps_what_was_committed_when_the_server_is_killed_and_comes_back()
    {
        await using var postgres = await TemporaryPostgres.StartAsync(new() { Settings = new Dictionary<string, string> { ["work_mem"] = "5MB" } });
        var connectionString = await postgres.CreateDatabaseAsync();
        await using var source = NpgsqlDataSource.Create(connectionString);
        await Run(source, "CREATE TABLE kept(n int); INSERT INTO kept VALUES (7)");

        await postgres.RestartAsync();

        // The pool still holds connections to the killed server; the first use of each finds that out.
        NpgsqlConnection.ClearAllPools();
        source.Clear();
        Assert.Equal(7, await Run(source, "SELECT n FROM kept"));
        Assert.Equal("5MB", await Run(source, "SHOW work_mem"));
        Assert.Equal("off", await Run(source, "SHOW fsync"));
    }

    [Fact]
    public async Task Nothing_is_left_after_disposal()
    {
        var postgres = await TemporaryPostgres.StartAsync();
        var folder = new NpgsqlConnectionStringBuilder(postgres.ConnectionString).Host!;
        Assert.True(Directory.Exists(folder));
        await postgres.DisposeAsync();
        Assert.False(Directory.Exists(folder));
    }

    private static async Task<object?> Run(NpgsqlDataSource source, string sql)
    {
        await using var command = source.CreateCommand(sql);
        return await command.ExecuteScalarAsync();
    }
}
