using System.Text.Json.Serialization;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Journal.Events.Stored;

/// <summary>What every stored fact begins with. The names are part of what is on disk: never change or reuse one.</summary>
internal abstract class StoredFact
{
    [JsonPropertyName("c")] public string? Carrier { get; set; }
    [JsonPropertyName("n")] public string? Number { get; set; }

    /// <summary>Left out where it is the carrier of the number, as for nearly every scan.</summary>
    [JsonPropertyName("s")] public string? Source { get; set; }
    [JsonPropertyName("i")] public string? Id { get; set; }
    [JsonPropertyName("t")] public long OccurredAt { get; set; }
    [JsonPropertyName("o")] public short OffsetMinutes { get; set; }
    [JsonPropertyName("r")] public long ReceivedAt { get; set; }
    [JsonPropertyName("b")] public string? By { get; set; }
    [JsonPropertyName("x")] public string? Corrects { get; set; }
    [JsonPropertyName("w")] public bool Withdraws { get; set; }

    protected void Take(Fact fact)
    {
        Carrier = fact.Number.Carrier;
        Number = fact.Number.Number;
        Source = fact.Source == Carrier ? null : fact.Source;
        Id = fact.Id;
        OccurredAt = fact.OccurredAt.Microseconds;
        OffsetMinutes = fact.OccurredAt.OffsetMinutes;
        ReceivedAt = fact.ReceivedAt;
        By = StoredActor.Write(fact.ReportedBy);
        Corrects = fact.Corrects;
        Withdraws = fact.Withdraws;
    }

    protected ShipmentNumber ReadNumber() => StoredNumber.Read(Carrier, Number);

    protected string ReadSource() => Source ?? Carrier!;

    protected ReportedTime ReadTime() => new(OccurredAt, OffsetMinutes);

    protected Actor ReadActor() => StoredActor.Read(By);
}
