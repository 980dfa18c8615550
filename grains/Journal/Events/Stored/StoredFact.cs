using System.Text.Json.Serialization;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Journal.Events.Stored;

/// <summary>What every stored fact begins with, written first. The names are part of what is on disk: never change or reuse one.</summary>
internal abstract class StoredFact
{
    [JsonPropertyName("c"), JsonPropertyOrder(-1)] public string? Carrier { get; set; }
    [JsonPropertyName("n"), JsonPropertyOrder(-1)] public string? Number { get; set; }

    /// <summary>Left out where it is the carrier of the number, as for nearly every scan.</summary>
    [JsonPropertyName("s"), JsonPropertyOrder(-1)] public string? Source { get; set; }
    [JsonPropertyName("i"), JsonPropertyOrder(-1)] public string? Id { get; set; }
    [JsonPropertyName("t"), JsonPropertyOrder(-1)] public long OccurredAt { get; set; }
    [JsonPropertyName("o"), JsonPropertyOrder(-1)] public short OffsetMinutes { get; set; }
    [JsonPropertyName("r"), JsonPropertyOrder(-1)] public long ReceivedAt { get; set; }
    [JsonPropertyName("b"), JsonPropertyOrder(-1)] public string? By { get; set; }
    [JsonPropertyName("x"), JsonPropertyOrder(-1)] public string? Corrects { get; set; }
    [JsonPropertyName("w"), JsonPropertyOrder(-1)] public bool Withdraws { get; set; }

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
