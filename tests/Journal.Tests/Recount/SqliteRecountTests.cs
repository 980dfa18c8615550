using Microsoft.Extensions.Logging.Abstractions;
using Tracking.Domain.Shipments;
using Tracking.Journal.Recount;
using Tracking.Journal.Sqlite;

namespace Tracking.Journal.Tests.Recount;

public sealed class SqliteRecountTests : RecountTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("recount-").FullName;

    private protected override JournalOptions Journal => new() { Store = JournalOptions.Sqlite, Folder = folder };

    private protected override string StageTable => "listing";

    private protected override Task<IJournalStore> OpenAsync() =>
        Task.FromResult<IJournalStore>(new SqliteStore(folder, TimeProvider.System, NullLogger<SqliteStore>.Instance));

    private protected override ValueTask CloseAsync(IJournalStore store)
    {
        ((SqliteStore)store).Dispose();
        return ValueTask.CompletedTask;
    }

    private protected override Task SpoilAsync(string sql)
    {
        using var session = new SqliteSession(Path.Combine(folder, SqliteStore.FileName), readOnly: false);
        session.Run(sql);
        return Task.CompletedTask;
    }

    public override async Task DisposeAsync()
    {
        await base.DisposeAsync();
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_folder_without_a_journal_is_refused_and_stays_empty()
    {
        var empty = Directory.CreateDirectory(Path.Combine(folder, "empty")).FullName;
        var request = new RecountRequest { Journal = new() { Folder = empty }, Rules = _ => CarrierRules.Default };
        await Assert.ThrowsAsync<JournalUnreadableException>(() => JournalRecount.RunAsync(request, default));
        Assert.Empty(Directory.EnumerateFileSystemEntries(empty));
    }
}
