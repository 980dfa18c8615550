using Microsoft.Extensions.Logging.Abstractions;
using Tracking.Journal.Sqlite;

namespace Tracking.Journal.Tests.Stores;

public sealed class SqliteStoreTests : StoreTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("journal-").FullName;

    private protected override Task<IJournalStore> OpenAsync() =>
        Task.FromResult<IJournalStore>(new SqliteStore(folder, TimeProvider.System, NullLogger<SqliteStore>.Instance));

    private protected override ValueTask CloseAsync(IJournalStore store)
    {
        ((SqliteStore)store).Dispose();
        return ValueTask.CompletedTask;
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }
}
