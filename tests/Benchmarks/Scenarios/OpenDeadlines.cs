using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using Npgsql;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>What two hundred thousand open deadlines cost a silo that has nothing else to do, and how late steps are while scans come in.</summary>
internal sealed class OpenDeadlines : Scenario
{
    private const int Open = 200_000;
    private const int Due = 2_000;
    private const int ScansPerSecond = 20_000;
    private const int Together = 100;
    private static readonly TimeSpan Ahead = TimeSpan.FromSeconds(15);

    public override string Name => "deadlines";

    public override string Setup(RunSettings settings) =>
        $"1 silo, {settings.Size(Shipments.UnderWay):n0} shipments. idle: processor time of the silo over a window in which nothing comes in, without and with {settings.Size(Open):n0} open deadlines, in percent of a core. late: {settings.Size(Due):n0} deadlines of as many shipments that become due evenly over a window while {ScansPerSecond:n0} scans/s come in; from when each was due to the step in its stream.";

    public override int? Rounds => 1;

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        var shipments = bench.Settings.Size(Shipments.UnderWay);
        var journal = await bench.JournalAsync(new(shipments), cancellationToken);
        await using (var silo = Product.Silo(journal))
        {
            await silo.StartAsync(cancellationToken);
            await Task.Delay(Ahead, TimeProvider.System, cancellationToken);
            var without = await ShareAsync(silo, round.Length, cancellationToken);
            await OpenAsync(journal, bench.Settings.Size(Open), cancellationToken);
            var with = await ShareAsync(silo, round.Length, cancellationToken);
            round.Add("idle-without", without, "% of a core");
            round.Add("idle-with", with, "% of a core");
            round.Add("idle-more", with - without, "% of a core");

            var scans = new Scans(shipments);
            await IngestLoad.WarmAsync(silo, scans, shipments, cancellationToken);
            await using var background = await Background.StartAsync([silo.Api], scans, ScansPerSecond, cancellationToken);
            var count = bench.Settings.Size(Due);
            var first = TimeProvider.System.GetUtcNow() + Ahead;
            Place(silo, count, first, round.Length);
            await Task.Delay(first + round.Length + TimeSpan.FromSeconds(5) - TimeProvider.System.GetUtcNow(), TimeProvider.System, cancellationToken);
            var late = await LateAsync(journal, first, round.Length, count, cancellationToken);
            var load = await background.StopAsync();
            round.Require(late.Count == count, $"{late.Count} of {count} deadlines took their step");
            round.AddPercentiles("late-", late);
            round.Add("late-most", late.Most, "ms");
            round.Add("scans", load.Rate, "scans/s");
        }

        await bench.DropAsync(journal);
    }

    private static async Task<double> ShareAsync(HostProcess silo, TimeSpan length, CancellationToken cancellationToken)
    {
        using var process = Process.GetProcessById(silo.Id);
        var (before, since) = (process.TotalProcessorTime, Stopwatch.GetTimestamp());
        await Task.Delay(length, TimeProvider.System, cancellationToken);
        process.Refresh();
        return 100 * (process.TotalProcessorTime - before) / Stopwatch.GetElapsedTime(since);
    }

    // Of streams that nothing else knows: what is looked at is when they have to be woken, which is never in the window.
    private static async Task OpenAsync(string journal, int count, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(journal);
        await connection.OpenAsync(cancellationToken);
        await using var insert = new NpgsqlCommand($"""
            INSERT INTO deadlines (stream, ordinal, bucket, carrier, number, ends_at, wake_at, content)
            SELECT gen_random_uuid(), 0, i % 32, '{Shipments.Carrier}', 'D' || i, at, at, repeat('x', 500)
            FROM generate_series(1, {count}) i, LATERAL (SELECT (extract(epoch FROM now() + interval '1 day' + i * interval '10 seconds') * 1000000)::bigint AS at) t
            """, connection) { CommandTimeout = 0 };
        await insert.ExecuteNonQueryAsync(cancellationToken);
    }

    private static DateTimeOffset DueAt(int index, int count, DateTimeOffset first, TimeSpan length) => first + length * ((double)index / count);

    // The owner has to be told when the notice is issued, which is said to be soon: then the deadline is due.
    private static void Place(HostProcess silo, int count, DateTimeOffset first, TimeSpan length)
    {
        using var http = new HttpConnection(silo.Api);
        foreach (var some in Enumerable.Range(0, count).Chunk(Together))
        {
            http.Send(HttpRequests.Post("/v1/decisions", JsonSerializer.SerializeToUtf8Bytes(some.Select(index => new
            {
                carrier = Shipments.Carrier,
                number = Number(index),
                id = Number(index),
                occurredAt = TimeProvider.System.GetUtcNow(),
                authority = Shipments.Authority,
                territory = "US",
                kind = "detained",
                hold = new { kind = "ipr-detention", legalBasis = "19 CFR 133.21", port = "4701" },
                anchors = new[] { new { fact = "notice", at = DueAt(index, count, first, length) } },
            }))));
            if (http.Status != 200)
            {
                throw Facts.NotAccepted(http);
            }
        }
    }

    private static string Number(int index) => string.Create(CultureInfo.InvariantCulture, $"DUE{index}");

    private static async Task<Latencies> LateAsync(string journal, DateTimeOffset first, TimeSpan length, int count, CancellationToken cancellationToken)
    {
        await using var connection = new NpgsqlConnection(journal);
        await connection.OpenAsync(cancellationToken);
        await using var steps = new NpgsqlCommand("SELECT payload FROM outbox WHERE topic = 'deadline-stepped'", connection);
        await using var reader = await steps.ExecuteReaderAsync(cancellationToken);
        var late = new Latencies();
        while (await reader.ReadAsync(cancellationToken))
        {
            using var step = JsonDocument.Parse(reader.GetFieldValue<byte[]>(0));
            if (step.RootElement.GetProperty("state").GetString() == "due" && step.RootElement.GetProperty("clock").GetString() == "us.owner-information")
            {
                var index = int.Parse(step.RootElement.GetProperty("number").GetString()!.AsSpan(3), CultureInfo.InvariantCulture);
                late.Add(step.RootElement.GetProperty("at").GetDateTimeOffset() - DueAt(index, count, first, length));
            }
        }

        return late;
    }
}
