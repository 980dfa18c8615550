using Npgsql;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Stores;

/// <summary>What only PostgreSQL has to prove: transactions that run side by side, partitions, updates in place.</summary>
public sealed partial class PostgresStoreTests
{
    [Fact]
    public async Task The_feed_waits_for_a_transaction_held_open_and_leaves_nothing_out()
    {
        await Commit(First("BEFORE"));
        var before = (await Store.ReadFeedAsync(FeedCursor.Start, false, 10, default)).Next;

        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await InsertDirectly(connection, First("HELD"));
        var end = await Store.ReadEndAsync(default);
        await Commit(First("AFTER"));

        // What was committed meanwhile would overtake the open one: it is held back, and the page says since when.
        var held = await Store.ReadFeedAsync(before, false, 10, default);
        Assert.Empty(held.Events);
        Assert.True(held.HeldBack > TimeSpan.Zero);
        await transaction.CommitAsync();

        Assert.Equal(["HELD-1", "AFTER-1"], (await ReadToEnd(held.Next)).Select(Name));
        Assert.Equal(["HELD-1", "AFTER-1"], (await ReadToEnd(end)).Select(Name));
    }

    [Fact]
    public async Task A_transaction_rolled_back_leaves_no_gap_to_wait_for()
    {
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using (var connection = await source.OpenConnectionAsync())
        {
            await using var transaction = await connection.BeginTransactionAsync();
            await InsertDirectly(connection, First("GONE"));
            await Commit(First("KEPT"));
            await transaction.RollbackAsync();
        }

        Assert.Equal(["KEPT-1"], (await ReadToEnd(FeedCursor.Start)).Select(Name));
    }

    [Fact]
    public async Task An_append_sent_again_waits_for_the_first_sending_that_is_still_under_way()
    {
        var first = First("1Z1");
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var connection = await source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await InsertDirectly(connection, first);

        var again = Commit(first);
        await WaitForALockAsync(source);
        Assert.False(again.IsCompleted);
        await transaction.CommitAsync();

        Assert.Equal(AppendResult.Committed, await again);
        Assert.Equal(1, (await Load(first.Number)).Version);
    }

    [Fact]
    public async Task Streams_lie_in_the_partition_of_their_month()
    {
        var (now, old) = (TimeProvider.System.GetUtcNow(), new DateTimeOffset(2001, 2, 3, 0, 0, 0, TimeSpan.Zero));
        await Commit(First("NOW") with { Stream = Guid.CreateVersion7(now) }, First("OLD") with { Stream = Guid.CreateVersion7(old) });
        Assert.Equal(1L, await Ask<long>($"SELECT count(*) FROM events_{now:yyyy_MM}"));
        Assert.Equal(1L, await Ask<long>("SELECT count(*) FROM events_default"));
        Assert.Equal(5L, await Ask<long>("SELECT count(*) FROM pg_inherits WHERE inhparent = 'events'::regclass") - 1);

        // The month of 2001 has rows in the default partition already and keeps them there; its neighbours are made.
        Assert.Equal(2, await Ask<int>("SELECT make_event_partitions('2001-02-15Z', 1, 1)"));
        Assert.Equal(0, await Ask<int>("SELECT make_event_partitions('2001-02-15Z', 1, 1)"));
        Assert.Equal(1, (await Load(Number("OLD"))).Version);
    }

    [Fact]
    public async Task Updates_of_heads_touch_no_index()
    {
        var appends = Enumerable.Range(0, 50).Select(index => First($"1Z{index}")).ToArray();
        await Commit(appends);
        await Commit([.. appends.Take(15).Select(append => After(append))]);

        // Sessions report what they did when they end.
        await CloseAsync(Store);
        await using var source = NpgsqlDataSource.Create(connectionString);
        await using var command = source.CreateCommand("SELECT n_tup_upd, n_tup_hot_upd FROM pg_stat_user_tables WHERE relname = 'heads'");
        var (updates, inPlace) = (0L, 0L);
        while (updates == 0)
        {
            await using var reader = await command.ExecuteReaderAsync();
            await reader.ReadAsync();
            (updates, inPlace) = (reader.GetInt64(0), reader.GetInt64(1));
        }

        Assert.Equal((15, 15), (updates, inPlace));
    }

    [Fact]
    public async Task A_text_that_the_store_cannot_keep_is_the_appends_fault_and_not_an_outage()
    {
        var poisoned = First("1Z1");
        poisoned = poisoned with { Head = poisoned.Head with { Place = "NUL\0" } };
        var error = await Assert.ThrowsAsync<PostgresException>(async () => await Commit(poisoned));
        Assert.Equal("22021", error.SqlState);
        Assert.Equal(AppendResult.Committed, await Commit(First("1Z1")));
    }

    [Fact]
    public async Task Another_epoch_loses_every_cursor()
    {
        await Commit(First("1Z1"));
        var end = await Store.ReadEndAsync(default);
        await Ask<string>("UPDATE meta SET epoch = gen_random_uuid() RETURNING epoch::text");
        await Assert.ThrowsAsync<FeedLostException>(async () => await Store.ReadFeedAsync(end, false, 10, default));
    }

    [Fact]
    public async Task Scripts_may_be_run_again_and_by_several_starters_at_once()
    {
        SqlScript[] scripts = [new("a", "CREATE TABLE IF NOT EXISTS a (x int); INSERT INTO a SELECT 1 WHERE NOT EXISTS (SELECT 1 FROM a)")];
        await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => SqlScripts.ApplyToPostgresAsync(connectionString, scripts)));
        Assert.Equal(1L, await Ask<long>("SELECT count(*) FROM a"));
    }

    [Fact]
    public async Task A_server_that_is_restarted_is_an_outage_and_then_works_again()
    {
        await using var own = await Tracking.Postgres.Testing.TemporaryPostgres.StartAsync();
        var store = Open(await own.CreateDatabaseAsync());
        await store.MigrateAsync(default);
        var first = First("1Z1");
        await store.CommitAsync([first], 0, default);
        await own.RestartAsync();

        // The pool finds its broken connections one by one; the writer goes on asking in the same way.
        var second = After(first);
        for (var settled = false; !settled;)
        {
            try
            {
                settled = (await store.CommitAsync([second], 0, default))[0] == AppendResult.Committed;
            }
            catch (JournalUnavailableException)
            {
                settled = false;
            }
        }

        Assert.Equal(2, (await store.LoadAsync([first.Number], default))[0].Version);
        await CloseAsync(store);
    }

    private static async Task InsertDirectly(NpgsqlConnection connection, Append append)
    {
        await using var command = new NpgsqlCommand(
            """
            WITH head AS (
              INSERT INTO heads (stream, last_at, version, life, open_holds, violations, discrepancies, status, customs,
                links_pending, released, seized, carrier, number)
              VALUES ($1, 0, 1, 1, 0, 0, 0, 32, 0, false, false, false, $3, $4))
            INSERT INTO events (stream, version, type, notable, seq, append_id, payload) VALUES ($1, 1, $5, false, 1, $2, $6)
            """,
            connection)
        {
            Parameters =
            {
                new() { Value = append.Stream }, new() { Value = append.AppendId }, new() { Value = append.Number.Carrier },
                new() { Value = append.Number.Number }, new() { Value = append.Events[0].Type }, new() { Value = append.Events[0].Payload },
            },
        };
        await command.ExecuteNonQueryAsync();
    }

    private static async Task WaitForALockAsync(NpgsqlDataSource source)
    {
        await using var command = source.CreateCommand(
            "SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' AND datname = current_database()");
        while ((long)(await command.ExecuteScalarAsync())! == 0)
        {
        }
    }
}
