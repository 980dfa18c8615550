using System.Globalization;
using System.Text;
using System.Text.Json;

namespace Tracking.Benchmarks;

/// <summary>Request bodies: arrays of 500 scans of about 250 bytes over 100,000 shipments under way, of 3,000 sellers, some of them hot. Every scan has an id of its own.</summary>
internal sealed class ScanBodies(int seed)
{
    public const int ScansEach = 500;
    public const int Shipments = 100_000;
    private const int Sellers = 3_000;
    private static readonly string[] Statuses = ["accepted-picked-up", "in-transit-departed", "in-transit-arrived", "in-transit-sorted", "in-transit-loaded", "in-transit-unloaded"];
    private static readonly string[] Places = ["CNSZX", "HKHKG", "KRICN", "USANC", "USSDF", "USJFK", "DELEJ", "GBEMA"];
    private readonly Random random = new(seed);
    private readonly DateTimeOffset start = new(2026, 5, 4, 6, 0, 0, TimeSpan.Zero);
    private long sent;

    /// <summary>The next body. The first ones walk through all shipments once, so that all are under way.</summary>
    public byte[] Next()
    {
        using var stream = new MemoryStream(ScansEach * 260);
        using (var json = new Utf8JsonWriter(stream))
        {
            json.WriteStartArray();
            for (var i = 0; i < ScansEach; i++, sent++)
            {
                Write(json, sent < Shipments ? sent : random.Next(Shipments));
            }

            json.WriteEndArray();
        }

        return stream.ToArray();
    }

    private void Write(Utf8JsonWriter json, long shipment)
    {
        json.WriteStartObject();
        json.WriteString("carrier", "meridian-air");
        json.WriteString("number", Number(shipment));
        json.WriteString("id", string.Create(CultureInfo.InvariantCulture, $"scan-{seed}-{sent:d12}"));
        json.WriteString("occurredAt", start.AddMilliseconds(sent * 20).ToString("yyyy-MM-dd'T'HH:mm:ss.fffzzz", CultureInfo.InvariantCulture));
        json.WriteString("status", Statuses[random.Next(Statuses.Length)]);
        json.WriteString("code", "AR" + (sent % 90).ToString(CultureInfo.InvariantCulture));
        json.WriteString("text", "Processed at the facility, on its way");
        json.WriteStartObject("place");
        json.WriteString("locode", Places[random.Next(Places.Length)]);
        json.WriteEndObject();
        json.WriteNumber("pieces", 1);
        json.WriteNumber("weightKg", 1.4);
        json.WriteEndObject();
    }

    /// <summary>Who sold what: a body of dispatches for 500 shipments from a first one on.</summary>
    public byte[] Dispatches(int first) => JsonSerializer.SerializeToUtf8Bytes(Enumerable.Range(first, ScansEach).Select(shipment => new
    {
        marketplace = "bazaar",
        account = string.Create(CultureInfo.InvariantCulture, $"seller-{(int)(Sellers * Math.Pow(random.NextDouble(), 3.3))}"),
        carrier = "meridian-air",
        number = Number(shipment),
        id = string.Create(CultureInfo.InvariantCulture, $"dispatch-{shipment}"),
        occurredAt = start,
    }));

    private string Number(long shipment) => string.Create(CultureInfo.InvariantCulture, $"1ZB{seed}{shipment:d9}");
}
