using System.Globalization;
using System.Text.Json.Serialization;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal.Events.Stored;

/// <summary>A link between bill and piece as it lies on disk, in the piece's stream and, with its answer, in the bill's.</summary>
internal sealed class StoredLink
{
    [JsonPropertyName("bc")] public string? BillCarrier { get; set; }
    [JsonPropertyName("bn")] public string? BillNumber { get; set; }
    [JsonPropertyName("pc")] public string? PieceCarrier { get; set; }
    [JsonPropertyName("pn")] public string? PieceNumber { get; set; }
    [JsonPropertyName("sc")] public long Since { get; set; }

    /// <summary>32 hexadecimal digits: a number of JSON would lose its end in other readers.</summary>
    [JsonPropertyName("f")] public string? Fact { get; set; }
    [JsonPropertyName("l")] public bool Linked { get; set; }
    [JsonPropertyName("v")] public int Version { get; set; }
    [JsonPropertyName("an")] public byte Answer { get; set; }
    [JsonPropertyName("at")] public long At { get; set; }

    public static StoredLink From(LinkTold told) => From(told.Request, default, told.At);

    public static StoredLink From(PieceAnswered answered) => From(answered.Request, answered.Answer, answered.At);

    public LinkTold ToTold() => new(ToRequest(), At);

    public PieceAnswered ToAnswered() => new(ToRequest(), (LinkAnswer)Answer, At);

    private static StoredLink From(LinkRequest request, LinkAnswer answer, long at) => new()
    {
        BillCarrier = request.Bill.Carrier,
        BillNumber = request.Bill.Number,
        PieceCarrier = request.Piece.Carrier,
        PieceNumber = request.Piece.Number,
        Since = request.Since,
        Fact = request.Fact.ToString("x32", CultureInfo.InvariantCulture),
        Linked = request.Linked,
        Version = request.Version,
        Answer = (byte)answer,
        At = at,
    };

    private LinkRequest ToRequest() => new(
        StoredNumber.Read(BillCarrier, BillNumber),
        StoredNumber.Read(PieceCarrier, PieceNumber),
        Since,
        UInt128.TryParse(Fact, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var fact)
            ? fact
            : throw new InvalidDataException($"'{Fact}' is not the key of a fact."),
        Linked,
        Version);
}
