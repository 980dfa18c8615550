using Microsoft.Extensions.Logging.Abstractions;
using Tracking.Journal.Events;
using Tracking.Journal.Sqlite;
using Tracking.Journal.Tests.Stores;
using Tracking.Journal.Postgres;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Events;

public sealed class EventRecordsTests(PostgresServer postgres) : IClassFixture<PostgresServer>
{
    [Fact]
    public async Task Sqlite_gives_a_stream_as_it_lies_there()
    {
        var folder = Directory.CreateTempSubdirectory("events-").FullName;
        using (var store = new SqliteStore(folder, TimeProvider.System, NullLogger<SqliteStore>.Instance))
        {
            await CheckAsync(store, new() { Folder = folder });
        }

        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task PostgreSql_gives_a_stream_as_it_lies_there()
    {
        var database = await postgres.Server.CreateDatabaseAsync();
        await using var store = new PostgresStore(database, TimeProvider.System, NullLogger<PostgresStore>.Instance);
        await CheckAsync(store, new() { Store = JournalOptions.PostgreSql, Postgres = database });
    }

    private static async Task CheckAsync(IJournalStore store, JournalOptions journal)
    {
        await store.MigrateAsync(default);
        var first = First("1Z1");
        var second = After(first, scans: 2);
        await store.CommitAsync([first], 0, default);
        await store.CommitAsync([second], 0, default);

        var records = await EventRecords.ReadAsync(journal, Number("1Z1"), default);

        Assert.Equal([1, 2, 3], records.Select(record => record.Version));
        Assert.Equal([first.AppendId, second.AppendId, second.AppendId], records.Select(record => record.AppendId));
        Assert.Equal([.. first.Events, .. second.Events], records.Select(record => new EncodedEvent(record.Type, record.Notable, record.Payload.ToArray())), SameEvent);
        Assert.All(records, record => Assert.Equal((first.Stream, Number("1Z1"), 1), (record.Stream, record.Number, record.Life)));
        Assert.Equal(records.Select(record => record.Position), (await store.ReadFeedAsync(FeedCursor.Start, false, 10, default)).Events.Select(value => value.Position));
        Assert.Equal(records.Select(record => record.Version), (await EventRecords.ReadAsync(journal, first.Stream, default)).Select(record => record.Version));
        Assert.Empty(await EventRecords.ReadAsync(journal, Number("1Z2"), default));
        Assert.Empty(await EventRecords.ReadAsync(journal, Stream(), default));
    }

    private static bool SameEvent(EncodedEvent left, EncodedEvent right) =>
        (left.Type, left.Notable) == (right.Type, right.Notable) && left.Payload.AsSpan().SequenceEqual(right.Payload);
}
