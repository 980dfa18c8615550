using System.Globalization;
using System.Text.Json;

namespace Tracking.Benchmarks.Load;

/// <summary>Holds that customs places, each on a shipment of its own that nobody has touched before.</summary>
/// <param name="first">The first shipment's index.</param>
internal sealed class Decisions(int first)
{
    private const int Together = 500;
    private int taken = first - 1;

    /// <summary>The first shipment that has not been taken.</summary>
    public int Untaken => taken + 1;

    /// <summary>The next shipment.</summary>
    public int Take() => Interlocked.Increment(ref taken);

    /// <summary>Asks for a hold on a shipment.</summary>
    /// <param name="index">Which shipment.</param>
    /// <param name="start">When it was meant to be sent: stands in the hold's reason, where screens can read it.</param>
    public static byte[] Hold(int index, long start) => HttpRequests.Post("/v1/decisions", JsonSerializer.SerializeToUtf8Bytes(Body(index, start)));

    /// <summary>Asks for holds on many, in arrays.</summary>
    public static IReadOnlyList<byte[]> HoldAll(int first, int count) =>
        [.. Enumerable.Range(first, count).Chunk(Together).Select(some => HttpRequests.Post("/v1/decisions", JsonSerializer.SerializeToUtf8Bytes(some.Select(i => Body(i, 0)))))];

    /// <summary>Sends one and sees that it was accepted.</summary>
    public static void Send(HttpConnection http, int index, long start)
    {
        http.Send(Hold(index, start));
        if (!http.Body.StartsWith("{\"result\":\"accepted\""u8))
        {
            throw Facts.NotAccepted(http);
        }
    }

    private static object Body(int index, long start) => new
    {
        carrier = Shipments.Carrier,
        number = Shipments.Number(index),
        id = string.Create(CultureInfo.InvariantCulture, $"hold-{index}"),
        occurredAt = TimeProvider.System.GetUtcNow(),
        authority = Shipments.Authority,
        territory = "US",
        procedure = "import",
        kind = "hold-placed",
        hold = new { kind = "commercial-enforcement", reason = start.ToString(CultureInfo.InvariantCulture) },
    };
}
