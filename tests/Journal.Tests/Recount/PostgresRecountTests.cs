using Microsoft.Extensions.Logging.Abstractions;
using Npgsql;
using Tracking.Domain.Shipments;
using Tracking.Journal.Postgres;
using Tracking.Journal.Recount;
using Tracking.Journal.Snapshots;
using Tracking.Journal.Tests.Stores;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Recount;

public sealed class PostgresRecountTests(PostgresServer postgres) : RecountTests, IClassFixture<PostgresServer>
{
    private string connectionString = "";

    private protected override JournalOptions Journal => new() { Store = JournalOptions.PostgreSql, Postgres = connectionString };

    private protected override string StageTable => "stages";

    private protected override async Task<IJournalStore> OpenAsync()
    {
        connectionString = await postgres.Server.CreateDatabaseAsync();
        return new PostgresStore(connectionString, TimeProvider.System, NullLogger<PostgresStore>.Instance);
    }

    private protected override ValueTask CloseAsync(IJournalStore store) => ((PostgresStore)store).DisposeAsync();

    private protected override async Task SpoilAsync(string sql)
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand(sql);
        await command.ExecuteNonQueryAsync();
    }

    [Fact]
    public async Task A_snapshot_held_open_holds_back_no_feed_and_sees_nothing_later()
    {
        await Writer.WriteAsync(0, Scan(Number("1Z1"), "a1").Scan);
        await using var snapshot = await JournalSnapshot.OpenAsync(Journal, 3, default);
        await Writer.WriteAsync(0, Scan(Number("1Z1"), "a2").Scan);

        var live = await Store.ReadFeedAsync(FeedCursor.Start, false, 10, default);
        Assert.Equal((2, TimeSpan.Zero), (live.Events.Length, live.HeldBack));
        foreach (var reader in snapshot.Readers)
        {
            Assert.Single((await reader.ReadFeedAsync(FeedCursor.Start, false, 10, default)).Events);
        }
    }

    [Fact]
    public async Task A_message_without_events_of_its_transaction_is_named()
    {
        await Writer.WriteAsync(0, Scan(Number("1Z1"), "a1").Scan);
        await SpoilAsync("INSERT INTO outbox (id, topic, payload) VALUES (gen_random_uuid(), 'hold-placed', '{}')");
        Assert.Equal("transaction", Assert.Single(Assert.Single((await RecountAsync()).Differences).First).Field);
    }

    [Fact]
    public async Task A_database_without_a_journal_is_refused()
    {
        var request = new RecountRequest { Journal = new() { Store = JournalOptions.PostgreSql, Postgres = await postgres.Server.CreateDatabaseAsync() }, Rules = _ => CarrierRules.Default };
        await Assert.ThrowsAsync<JournalUnreadableException>(() => JournalRecount.RunAsync(request, default));
    }
}
