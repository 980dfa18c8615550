using Tracking.Postgres.Testing;

namespace Tracking.Grains.Tests.Cluster;

/// <summary>A fresh journal for a test; one PostgreSQL serves all tests of this assembly.</summary>
internal static class TestStores
{
    private static readonly Lazy<Task<TemporaryPostgres>> Server = new(() => TemporaryPostgres.StartAsync());

    public static async Task<(Dictionary<string, string?> Settings, Func<ValueTask> Drop)> NewAsync(StoreKind kind)
    {
        if (kind == StoreKind.Postgres)
        {
            var database = await (await Server.Value).CreateDatabaseAsync();
            return (new() { ["Journal:Store"] = "postgres", ["Journal:Postgres"] = database }, () => ValueTask.CompletedTask);
        }

        var folder = Directory.CreateTempSubdirectory("tracking-grains-");
        return (new() { ["Journal:Store"] = "sqlite", ["Journal:Folder"] = folder.FullName }, () =>
        {
            folder.Delete(recursive: true);
            return ValueTask.CompletedTask;
        }
        );
    }
}
