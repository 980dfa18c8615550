using System.Text;
using System.Text.Json;
using Tracking.Contracts.Facts;
using Tracking.Dashboard.Replay;
using Tracking.Formats.Json;
using Tracking.Simulator.Tests.Worlds;

namespace Tracking.Simulator.Tests.Replay;

/// <summary>A recording of a small world in a folder of its own.</summary>
internal sealed class Recorded : IDisposable
{
    public Recorded(int shipments = 120)
    {
        Folder = Directory.CreateTempSubdirectory("tracking-replay-").FullName;
        Path = System.IO.Path.Combine(Folder, "world.ndjson");
        var facts = new SimulatedWorld(Worlds.Worlds.Small(shipments: shipments)).Play().Where(sent => !sent.Repeated).Select(sent => sent.Fact).ToList();
        File.WriteAllLines(Path, facts.Select(Line));
        Count = facts.Count;
    }

    public string Folder { get; }

    public string Path { get; }

    public int Count { get; }

    public NdjsonRecording Open() => NdjsonRecording.Open([Path], CancellationToken.None);

    public string StatePath => System.IO.Path.Combine(Folder, "state");

    public static string Line(Fact fact) => $"{{\"type\":\"{FactJson.KindOf(fact)}\",{Encoding.UTF8.GetString(FactJson.ToUtf8(fact))[1..]}";

    public void Dispose() => Directory.Delete(Folder, recursive: true);

    /// <summary>Fails unless each shipment's facts arrived in the order of their times.</summary>
    public static void AssertOrdered(FakeReceiver receiver)
    {
        foreach (var shipment in receiver.Taken.Select(taken => JsonDocument.Parse(taken.Json).RootElement).GroupBy(fact => fact.GetProperty("number").GetString()))
        {
            var times = shipment.Select(fact => fact.GetProperty("occurredAt").GetDateTimeOffset()).ToList();
            Assert.Equal(times.Order(), times);
        }
    }
}
