using System.Text.Json.Serialization;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;

namespace Tracking.Journal.Events.Stored;

/// <summary>A scan as it lies on disk.</summary>
internal sealed class StoredScan : StoredFact
{
    [JsonPropertyName("st")] public byte Status { get; set; }
    [JsonPropertyName("cd")] public string? Code { get; set; }
    [JsonPropertyName("tx")] public string? Text { get; set; }
    [JsonPropertyName("p")] public StoredPlace? Place { get; set; }
    [JsonPropertyName("pc")] public int? Pieces { get; set; }
    [JsonPropertyName("kg")] public decimal? WeightKg { get; set; }
    [JsonPropertyName("ct")] public string? Container { get; set; }
    [JsonPropertyName("mb")] public string? MasterBill { get; set; }
    [JsonPropertyName("cu")] public byte Customs { get; set; }
    [JsonPropertyName("bx")] public string? Box { get; set; }
    [JsonPropertyName("bo")] public bool OutOfBox { get; set; }

    public static StoredScan From(Scan scan)
    {
        var stored = new StoredScan
        {
            Status = (byte)scan.Status,
            Code = scan.Code,
            Text = scan.Text,
            Place = StoredPlace.From(scan.Place),
            Pieces = scan.Pieces,
            WeightKg = scan.WeightKg,
            Container = scan.Container,
            MasterBill = scan.MasterBill,
            Customs = (byte)scan.Customs,
            Box = scan.Packing?.Box,
            OutOfBox = scan.Packing?.Out == true,
        };
        stored.Take(scan);
        return stored;
    }

    public Scan ToScan() => new()
    {
        Number = ReadNumber(),
        Source = ReadSource(),
        Id = Id,
        OccurredAt = ReadTime(),
        ReceivedAt = ReceivedAt,
        ReportedBy = ReadActor(),
        Corrects = Corrects,
        Withdraws = Withdraws,
        Status = (TransportStatus)Status,
        Code = Code,
        Text = Text,
        Place = Place?.ToPlace(),
        Pieces = Pieces,
        WeightKg = WeightKg,
        Container = Container,
        MasterBill = MasterBill,
        Customs = (CustomsReport)Customs,
        Packing = Box is null ? null : new Packing(Box, OutOfBox),
    };
}
