using System.Globalization;
using System.Text.Json.Serialization;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal.Events.Stored;

/// <summary>As it lies on disk: a discrepancy was closed. The fact's key as 32 hexadecimal digits.</summary>
internal sealed class StoredClosing
{
    [JsonPropertyName("k")] public byte Kind { get; set; }
    [JsonPropertyName("f")] public string? Fact { get; set; }
    [JsonPropertyName("rs")] public string? Reason { get; set; }
    [JsonPropertyName("b")] public string? By { get; set; }
    [JsonPropertyName("at")] public long At { get; set; }

    public static StoredClosing From(DiscrepancyClosed closed) => new()
    {
        Kind = (byte)closed.Kind,
        Fact = closed.Fact.ToString("x32", CultureInfo.InvariantCulture),
        Reason = closed.Reason,
        By = StoredActor.Write(closed.By),
        At = closed.At,
    };

    public DiscrepancyClosed ToClosed() => new(
        (DiscrepancyKind)Kind,
        UInt128.TryParse(Fact, NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var fact) ? fact : throw new InvalidDataException("A stored closing lacks its fact."),
        Reason ?? "",
        StoredActor.Read(By),
        At);
}
