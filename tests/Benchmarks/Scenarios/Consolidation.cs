using System.Globalization;
using System.Text;
using System.Text.Json;
using Tracking.Benchmarks.Load;
using Tracking.Benchmarks.Processes;
using Tracking.Benchmarks.Running;
using Tracking.Chaos;

namespace Tracking.Benchmarks.Scenarios;

/// <summary>How long a belt waits for 'may this container leave' when twenty thousand parcels are in it.</summary>
internal sealed class Consolidation : Scenario
{
    private const int Inside = 20_000;
    private const int Bags = 100;
    private const int Together = 500;
    private const string Container = "CONTAINER1";

    public override string Name => "consolidation";

    public override string Setup(RunSettings settings) =>
        $"1 silo, {settings.Size(Inside):n0} parcels in {Bags} bags in one container, one check in flight. free: everything may leave. held: one parcel is held. pack: time to pack and release all of them.";

    public override int? Rounds => 1;

    public override async Task MeasureAsync(Bench bench, Round round, CancellationToken cancellationToken)
    {
        var journal = await bench.EmptyDatabaseAsync(cancellationToken);
        await using (var silo = Product.Silo(journal))
        {
            await silo.StartAsync(cancellationToken);
            using var http = new HttpConnection(silo.Api);
            var began = TimeProvider.System.GetTimestamp();
            Fill(http, bench.Settings.Size(Inside));
            round.Add("pack", TimeProvider.System.GetElapsedTime(began).TotalSeconds, "s");
            Ask(http, "go", bench.Settings.WarmUp);
            round.AddPercentiles("free-", Ask(http, "go", round.Length));
            Post(http, "/v1/decisions", [Decision("P7", "hold-placed", "held", new { kind = "commercial-enforcement", reference = "H1" })]);
            round.AddPercentiles("held-", Ask(http, "stop", round.Length));
        }

        await bench.DropAsync(journal);
    }

    private static void Fill(HttpConnection http, int inside)
    {
        foreach (var some in Enumerable.Range(0, inside).Select(i => $"P{i.ToString(CultureInfo.InvariantCulture)}").Chunk(Together))
        {
            Post(http, "/v1/manifests", some.Select(number => (object)new { carrier = Shipments.Carrier, number, id = $"m-{number}", occurredAt = At(0), origin = new { country = "CN" }, destination = new { country = "US" } }));
            Post(http, "/v1/scans", some.Select((number, i) => Packed(number, $"BAG{i % Bags}")));
            Post(http, "/v1/decisions", some.Select(number => Decision(number, "released", "r", null)));
        }

        Post(http, "/v1/scans", Enumerable.Range(0, Bags).Select(i => Packed($"BAG{i}", Container)));
    }

    private static object Packed(string number, string box) =>
        new { carrier = Shipments.Carrier, number, id = $"p-{number}", occurredAt = At(1), status = "in-transit-loaded", place = new { country = "US" }, packedInto = box };

    private static object Decision(string number, string kind, string id, object? hold) => hold is null
        ? new { carrier = Shipments.Carrier, number, id = $"{id}-{number}", occurredAt = At(2), authority = Shipments.Authority, territory = "US", kind }
        : new { carrier = Shipments.Carrier, number, id = $"{id}-{number}", occurredAt = At(3), authority = Shipments.Authority, territory = "US", kind, hold };

    private static DateTimeOffset At(int minutes) => new(2026, 3, 2, 8, minutes, 0, TimeSpan.Zero);

    private static void Post(HttpConnection http, string path, IEnumerable<object> facts)
    {
        http.Send(HttpRequests.Post(path, JsonSerializer.SerializeToUtf8Bytes(facts)));
        if (http.Body.IndexOf("\"rejected\":0"u8) < 0 && http.Body.IndexOf("errors"u8) >= 0)
        {
            throw new InvalidOperationException(Encoding.UTF8.GetString(http.Body[..Math.Min(2_000, http.Body.Length)]));
        }
    }

    private static Latencies Ask(HttpConnection http, string verdict, TimeSpan length)
    {
        var (latencies, began) = (new Latencies(), TimeProvider.System.GetTimestamp());
        var (request, expected) = (HttpRequests.Get($"/v1/clearance/{Shipments.Carrier}/{Container}?for=leave"), Encoding.ASCII.GetBytes($"\"verdict\":\"{verdict}\""));
        while (TimeProvider.System.GetElapsedTime(began) < length)
        {
            var sent = TimeProvider.System.GetTimestamp();
            http.Send(request);
            latencies.Add(TimeProvider.System.GetElapsedTime(sent));
            if (http.Body.IndexOf(expected) < 0)
            {
                throw new InvalidOperationException(Encoding.UTF8.GetString(http.Body));
            }
        }

        return latencies;
    }
}
