using System.Globalization;
using Npgsql;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Seeding;

/// <summary>
/// Fills a journal with shipments, set-based: one shipment is sent to the product, and what the product wrote for it, in
/// every table that has a stream, is written again under other numbers and for other sellers. So the rows are the
/// product's own, whatever they look like.
/// </summary>
internal sealed class JournalSeed : IAsyncDisposable
{
    private const int Sellers = 3_000;
    private const string Number = $"{Shipments.Prefix}999999999";
    private const string Account = "seller-99999";
    private readonly NpgsqlConnection connection;
    private int months = 1;
    private long seeded;

    private JournalSeed(NpgsqlConnection connection) => this.connection = connection;

    /// <summary>Has the product lay its tables in an empty database and write the one shipment that is multiplied.</summary>
    public static async Task<JournalSeed> OpenAsync(string database, bool released, CancellationToken cancellationToken)
    {
        await using (var silo = Product.Silo(database))
        {
            await silo.StartAsync(cancellationToken);
            Send(silo, released);
        }

        var connection = new NpgsqlConnection(database);
        await connection.OpenAsync(cancellationToken);
        var seed = new JournalSeed(connection);
        await seed.RunAsync("CREATE TEMP TABLE tallies_of_one AS SELECT * FROM tallies", cancellationToken);
        return seed;
    }

    /// <summary>Adds shipments, numbered on from the last one, and leaves the database as a vacuum and a checkpoint leave it.</summary>
    /// <param name="count">How many.</param>
    /// <param name="ofOneSeller">How many of the first ones the large seller sold.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task AddAsync(long count, int ofOneSeller, CancellationToken cancellationToken)
    {
        await DrawAsync(count, ofOneSeller, cancellationToken);
        foreach (var table in await SeedTable.FindAsync(connection, Number, Account, cancellationToken))
        {
            if (table.Name == "events")
            {
                await AddEventsAsync(table, cancellationToken);
            }
            else
            {
                var indexes = await TableIndexes.DropAsync(connection, table.Name, cancellationToken);
                await RunAsync(table.InsertInto(table.Name), cancellationToken);
                await indexes.CreateAsync(connection, cancellationToken);
            }
        }

        await AddTalliesAsync(cancellationToken);
        await RunAsync("DROP TABLE seed", cancellationToken);
        await RunAsync("VACUUM (ANALYZE)", cancellationToken);
        await RunAsync("CHECKPOINT", cancellationToken);
        seeded += count;
    }

    public ValueTask DisposeAsync() => connection.DisposeAsync();

    private static void Send(HostProcess silo, bool released)
    {
        using var http = new HttpConnection(silo.Api);
        var common = $"\"carrier\":\"{Shipments.Carrier}\",\"number\":\"{Number}\"";
        Send(http, "dispatches", $$"""{{{common}},"marketplace":"{{Shipments.Marketplace}}","account":"{{Account}}","id":"dispatch-{{Number}}","occurredAt":"2026-05-01T08:00:00Z"}""");
        Send(http, "scans", $$"""{{{common}},"id":"first-{{Number}}","occurredAt":"2026-05-02T06:00:00Z","status":"accepted-picked-up","text":"Picked up from the shipper","place":{"locode":"CNSZX"},"pieces":1,"weightKg":1.4}""");
        if (released)
        {
            // A release frees goods where it was given: they have arrived there.
            Send(http, "scans", $$"""{{{common}},"id":"second-{{Number}}","occurredAt":"2026-05-02T20:00:00Z","status":"in-transit-arrived","text":"Arrived at the port of entry","place":{"locode":"USANC"},"pieces":1,"weightKg":1.4}""");
            Send(http, "decisions", $$"""{{{common}},"authority":"{{Shipments.Authority}}","territory":"US","procedure":"import","kind":"released","id":"release-{{Number}}","occurredAt":"2026-05-03T06:00:00Z"}""");
        }
    }

    private static void Send(HttpConnection http, string kind, string body)
    {
        http.Send(HttpRequests.Post($"/v1/{kind}", body));
        if (!http.Body.StartsWith("{\"result\":\"accepted\""u8))
        {
            throw Facts.NotAccepted(http);
        }
    }

    // Streams of a month that has no partition yet, evenly spread over it; sellers as hot as in the world.
    private async Task DrawAsync(long count, int ofOneSeller, CancellationToken cancellationToken)
    {
        months++;
        await RunAsync("SET maintenance_work_mem = '512MB'; SET work_mem = '256MB'", cancellationToken);
        await RunAsync(string.Create(CultureInfo.InvariantCulture, $"""
            CREATE TEMP TABLE seed AS
            WITH month AS (SELECT extract(epoch FROM m) * 1000 AS ms, extract(epoch FROM m + interval '1 month' - m) * 1000 AS length
              FROM (SELECT date_trunc('month', now() AT TIME ZONE 'UTC') - interval '{months} months' AS m) one)
            SELECT i, '{Shipments.Prefix}' || lpad(i::text, {Shipments.Digits}, '0') AS number,
              CASE WHEN i < {ofOneSeller} THEN '{Shipments.LargeAccount}' ELSE 'seller-' || lpad(floor({Sellers} * power(random(), 3.3))::text, 5, '0') END AS account,
              (lpad(to_hex((month.ms + (i - {seeded}) * month.length / {count})::bigint), 12, '0') || '7' || substr(r, 1, 3) || '8' || substr(r, 4, 15))::uuid AS stream
            FROM month, generate_series({seeded}::bigint, {seeded + count - 1}::bigint) i, LATERAL md5(i::text) r
            """), cancellationToken);
    }

    private async Task AddEventsAsync(SeedTable table, CancellationToken cancellationToken)
    {
        var month = $"date_trunc('month', now() AT TIME ZONE 'UTC') - interval '{months} months'";
        await using var name = new NpgsqlCommand($"SELECT 'events_' || to_char({month}, 'YYYY_MM'), stream_bound(({month}) AT TIME ZONE 'UTC')::text, stream_bound(({month} + interval '1 month') AT TIME ZONE 'UTC')::text", connection);
        string partition, least, most;
        await using (var reader = await name.ExecuteReaderAsync(cancellationToken))
        {
            await reader.ReadAsync(cancellationToken);
            (partition, least, most) = (reader.GetString(0), reader.GetString(1), reader.GetString(2));
        }

        // Indexes are built when it is attached.
        await RunAsync($"CREATE TABLE {partition} (LIKE events INCLUDING DEFAULTS INCLUDING CONSTRAINTS INCLUDING STORAGE)", cancellationToken);
        await RunAsync(table.InsertInto(partition), cancellationToken);
        await RunAsync($"ALTER TABLE events ATTACH PARTITION {partition} FOR VALUES FROM ('{least}') TO ('{most}')", cancellationToken);
    }

    /// <summary>Every count of the one shipment, as often as there are shipments, and for each seller as often as he has some.</summary>
    private async Task AddTalliesAsync(CancellationToken cancellationToken)
    {
        var columns = new List<string>();
        await using (var command = new NpgsqlCommand("SELECT column_name FROM information_schema.columns WHERE table_name = 'tallies' AND column_name NOT IN ('scope', 'slot')", connection))
        await using (var reader = await command.ExecuteReaderAsync(cancellationToken))
        {
            while (await reader.ReadAsync(cancellationToken))
            {
                columns.Add(reader.GetString(0));
            }
        }

        await RunAsync($"""
            INSERT INTO tallies AS t (scope, slot, {string.Join(", ", columns)})
            SELECT s.scope, 0, {string.Join(", ", columns.Select(c => $"(sum(one.{c}) * s.shipments)::bigint"))}
            FROM tallies_of_one one JOIN (
              SELECT '' AS like_scope, '' AS scope, count(*) AS shipments FROM seed
              UNION ALL SELECT '{Shipments.Marketplace}/{Account}', '{Shipments.Marketplace}/' || account, count(*) FROM seed GROUP BY account
            ) s ON s.like_scope = one.scope
            GROUP BY s.scope, s.shipments
            ON CONFLICT (scope, slot) DO UPDATE SET {string.Join(", ", columns.Select(c => $"{c} = t.{c} + excluded.{c}"))}
            """, cancellationToken);
    }

    private async Task RunAsync(string sql, CancellationToken cancellationToken)
    {
        await using var command = new NpgsqlCommand(sql, connection) { CommandTimeout = 0 };
        await command.ExecuteNonQueryAsync(cancellationToken);
    }
}
