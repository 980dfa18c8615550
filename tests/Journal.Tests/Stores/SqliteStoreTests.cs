using Microsoft.Extensions.Logging.Abstractions;
using Tracking.Journal.Sqlite;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Stores;

public sealed class SqliteStoreTests : StoreTests
{
    private readonly string folder = Directory.CreateTempSubdirectory("journal-").FullName;

    private protected override Task<IJournalStore> OpenAsync() => Task.FromResult<IJournalStore>(Open(folder));

    private protected override Task<IJournalStore[]> OpenEmptyAsync(int count) =>
        Task.FromResult<IJournalStore[]>([.. Enumerable.Range(0, count).Select(_ => Open(Path.Combine(folder, "empty")))]);

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

    [Fact]
    public async Task The_feed_waits_for_a_transaction_held_open_and_leaves_nothing_out()
    {
        await Commit(First("BEFORE"));
        var before = (await Store.ReadFeedAsync(FeedCursor.Start, false, 10, default)).Next;
        using var other = new SqliteSession(Path.Combine(folder, SqliteStore.FileName), readOnly: false);
        other.Execute("BEGIN IMMEDIATE");
        var held = First("HELD");
        other.Execute(
            """
            INSERT INTO heads (stream, carrier, number, life, version, status, customs, open_holds, violations, discrepancies,
              last_at, links_pending, released, seized)
            VALUES (@p0, 'ups', 'HELD', 1, 1, 0, 0, 0, 0, 0, 0, 0, 0, 0)
            """,
            held.Stream.Bytes());
        other.Execute(
            "INSERT INTO events (stream, version, type, notable, append_id, payload) VALUES (@p0, 1, 1, 0, @p1, @p2)",
            held.Stream.Bytes(), held.AppendId.Bytes(), held.Events[0].Payload);

        // There is one writer: the one that comes later waits, so that it can only be later in the feed.
        var after = Commit(First("AFTER"));
        Assert.Empty((await Store.ReadFeedAsync(before, false, 10, default)).Events);
        Assert.False(after.IsCompleted);
        other.Execute("COMMIT");

        Assert.Equal(AppendResult.Committed, await after);
        Assert.Equal(["HELD-1", "AFTER-1"], (await ReadToEnd(before)).Select(Name));
    }

    [Fact]
    public async Task A_closed_file_is_an_outage()
    {
        var closed = Open(Path.Combine(folder, "closed"));
        await closed.MigrateAsync(default);
        closed.Dispose();
        closed.Dispose();
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await closed.CommitAsync([First("1Z1")], 0, default));
        await Assert.ThrowsAsync<JournalUnavailableException>(async () => await closed.LoadAsync([Number("1Z1")], default));
    }

    [Fact]
    public void Lists_go_by_their_indexes()
    {
        using var session = new SqliteSession(Path.Combine(folder, SqliteStore.FileName), readOnly: true);
        Assert.Contains("listing_held", Plan(session, new() { Held = true }), StringComparison.Ordinal);
        Assert.Contains("listing_violated", Plan(session, new() { Violated = true }), StringComparison.Ordinal);
        Assert.Contains("listing_seller", Plan(session, new() { Seller = "a/b" }), StringComparison.Ordinal);
        Assert.Contains("listing_carrier", Plan(session, new() { Carrier = "ups" }), StringComparison.Ordinal);
        Assert.Contains("listing_status", Plan(session, new() { Status = Moving }), StringComparison.Ordinal);
        Assert.Contains("listing_number", Plan(session, new() { NumberPrefix = "1Z" }), StringComparison.Ordinal);
    }

    private static string Plan(SqliteSession session, ShipmentFilter filter)
    {
        var (sql, parameters) = ListingQuery.Build(filter, stream => stream.Bytes());
        using var reader = session.Prepare("EXPLAIN QUERY PLAN " + sql, parameters).ExecuteReader();
        List<string> steps = [];
        while (reader.Read())
        {
            steps.Add(reader.GetString(3));
        }

        return string.Join("; ", steps);
    }

    private static SqliteStore Open(string folder) => new SqliteStore(folder, TimeProvider.System, NullLogger<SqliteStore>.Instance);
}
