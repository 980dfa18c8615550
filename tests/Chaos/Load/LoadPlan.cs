using System.Buffers;
using System.Globalization;
using System.Text.Json;

namespace Tracking.Chaos.Load;

/// <summary>
/// Facts that follow from a seed and their ordinal alone: what was sent need not be remembered, it is made again. Shipments
/// pass through a window, each with a dozen facts, so that none grows without end however long it lasts.
/// </summary>
internal sealed record LoadPlan(int Seed)
{
    public const string Carrier = "chaos";

    private const long FactsPerShipment = 12;
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 6, 0, 0, TimeSpan.Zero);
    private static readonly string[] Statuses =
        ["accepted", "in-transit-departed", "in-transit-arrived", "in-transit-sorted", "at-border", "exception-weather", "out-for-delivery", "delivered"];

    private static readonly string[] Decisions = ["hold-placed", "hold-placed", "hold-removed", "released"];

    /// <summary>Facts in one request.</summary>
    public int FactsEach { get; init; } = 20;

    /// <summary>Shipments that get facts at the same time.</summary>
    public int Window { get; init; } = 150;

    /// <summary>Where a request goes: mostly scans; sellers and holds among them, so that all counts move.</summary>
    public static string PathOf(int request) => (request % 25) switch
    {
        7 => "v1/dispatches",
        13 or 19 => "v1/decisions",
        _ => "v1/scans",
    };

    /// <summary>The first of a request's facts.</summary>
    public long FirstOf(int request) => (long)request * FactsEach;

    /// <summary>The shipment that a fact is about; a few of the window get most.</summary>
    public string NumberOf(long ordinal)
    {
        var share = Draw(ordinal, 1) / (double)ulong.MaxValue;
        return "C" + ((ordinal / FactsPerShipment) + (long)(share * share * Window)).ToString("d8", CultureInfo.InvariantCulture);
    }

    /// <summary>When a fact happened: one in ten is told late.</summary>
    public DateTimeOffset TimeOf(long ordinal) => Start.AddMilliseconds(ordinal * 100).AddMinutes(Draw(ordinal, 2) % 10 == 0 ? -(double)(Draw(ordinal, 3) % 60) : 0);

    /// <summary>A request as JSON.</summary>
    public byte[] BodyOf(int request)
    {
        var buffer = new ArrayBufferWriter<byte>(FactsEach * 200);
        using var json = new Utf8JsonWriter(buffer);
        json.WriteStartArray();
        for (var ordinal = FirstOf(request); ordinal < FirstOf(request + 1); ordinal++)
        {
            json.WriteStartObject();
            json.WriteString("carrier"u8, Carrier);
            json.WriteString("number"u8, NumberOf(ordinal));
            json.WriteString("id"u8, ordinal.ToString(CultureInfo.InvariantCulture));
            json.WriteString("occurredAt"u8, TimeOf(ordinal));
            WriteOwn(json, PathOf(request), ordinal);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.Flush();
        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Whether a request is sent once more after it was acknowledged, as a carrier does that lost the answer.</summary>
    public bool IsRepeated(int request) => Draw(request, 4) % 20 == 0;

    private void WriteOwn(Utf8JsonWriter json, string path, long ordinal)
    {
        switch (path)
        {
            case "v1/dispatches":
                json.WriteString("marketplace"u8, "bazaar");
                json.WriteString("account"u8, $"s{Draw(ordinal, 5) % 50}");
                break;
            case "v1/decisions":
                json.WriteString("authority"u8, "us-cbp");
                json.WriteString("territory"u8, "US");
                json.WriteString("kind"u8, Decisions[Draw(ordinal, 5) % (ulong)Decisions.Length]);
                json.WriteStartObject("hold"u8);
                json.WriteString("kind"u8, "ipr-detention");
                json.WriteString("reference"u8, $"R{Draw(ordinal, 6) % 2}");
                json.WriteEndObject();
                break;
            default:
                json.WriteString("status"u8, Statuses[Draw(ordinal, 5) % (ulong)Statuses.Length]);
                json.WriteStartObject("place"u8);
                json.WriteString("country"u8, "DE");
                json.WriteEndObject();
                break;
        }
    }

    // SplitMix64: the same seed and ordinal, the same draw, in any order.
    private ulong Draw(long ordinal, ulong salt)
    {
        var mixed = ((ulong)Seed * 0x9E3779B97F4A7C15) ^ ((ulong)ordinal * 0xBF58476D1CE4E5B9) ^ (salt * 0x94D049BB133111EB);
        mixed = (mixed ^ (mixed >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return mixed ^ (mixed >> 31);
    }
}
