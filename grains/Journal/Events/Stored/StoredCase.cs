using System.Text.Json.Serialization;
using NodaTime;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Cases;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal.Events.Stored;

/// <summary>As it lies on disk: a person decided about a case.</summary>
internal sealed class StoredCase
{
    [JsonPropertyName("a")] public string? Authority { get; set; }
    [JsonPropertyName("h")] public string? Hold { get; set; }
    [JsonPropertyName("r")] public long Revision { get; set; }
    [JsonPropertyName("f")] public byte From { get; set; }
    [JsonPropertyName("d")] public byte Action { get; set; }
    [JsonPropertyName("t")] public byte To { get; set; }
    [JsonPropertyName("b")] public string? By { get; set; }
    [JsonPropertyName("at")] public long At { get; set; }
    [JsonPropertyName("o")] public short Offset { get; set; }
    [JsonPropertyName("rs")] public string? Reason { get; set; }
    [JsonPropertyName("rf")] public string? Reference { get; set; }
    [JsonPropertyName("ev")] public StoredFile[]? Evidence { get; set; }
    [JsonPropertyName("c")] public StoredEffect? Confirmed { get; set; }

    public static StoredCase Of(CaseDecided decided)
    {
        var change = decided.Change;
        return new StoredCase
        {
            Authority = decided.Authority,
            Hold = change.Hold,
            Revision = change.Revision,
            From = (byte)change.From,
            Action = (byte)change.Action,
            To = (byte)change.To,
            By = StoredActor.Write(change.By),
            At = change.At.Microseconds,
            Offset = change.At.OffsetMinutes,
            Reason = change.Reason,
            Reference = change.Reference,
            Evidence = change.Evidence.IsDefaultOrEmpty ? null : [.. change.Evidence.Select(e => new StoredFile { Name = e.Name, MediaType = e.MediaType, Bytes = e.Bytes, Sha256 = e.Sha256 })],
            Confirmed = StoredEffect.Of(change.Confirmed),
        };
    }

    public CaseDecided ToDecided() => new(
        Authority ?? throw new InvalidDataException("A stored case does not say whose hold it is."),
        new CaseChanged
        {
            Hold = Hold ?? throw new InvalidDataException("A stored case lacks its hold."),
            Revision = Revision,
            From = (CaseStage)From,
            Action = (CaseAction)Action,
            To = (CaseStage)To,
            By = StoredActor.Read(By),
            At = new ReportedTime(At, Offset),
            Reason = Reason,
            Reference = Reference,
            Evidence = Evidence is null ? [] : [.. Evidence.Select(e => new Evidence(e.Name ?? "", e.MediaType ?? "", e.Bytes, e.Sha256 ?? ""))],
            Confirmed = Confirmed?.ToEffect(),
        });

    /// <summary>A file's name and hash.</summary>
    internal sealed class StoredFile
    {
        [JsonPropertyName("n")] public string? Name { get; set; }
        [JsonPropertyName("m")] public string? MediaType { get; set; }
        [JsonPropertyName("b")] public long Bytes { get; set; }
        [JsonPropertyName("s")] public string? Sha256 { get; set; }
    }

    /// <summary>What a clock had proposed.</summary>
    internal sealed class StoredEffect
    {
        // The day as days since 1970-01-01.
        [JsonPropertyName("c")] public string? Clock { get; set; }
        [JsonPropertyName("rs")] public string? RuleSet { get; set; }
        [JsonPropertyName("e")] public byte Effect { get; set; }
        [JsonPropertyName("d")] public int Day { get; set; }
        [JsonPropertyName("r")] public long RanOutAt { get; set; }
        [JsonPropertyName("ci")] public string? Citation { get; set; }
        [JsonPropertyName("a")] public string? Anchor { get; set; }
        [JsonPropertyName("at")] public long AnchorAt { get; set; }
        [JsonPropertyName("ev")] public string? Evidence { get; set; }

        public static StoredEffect? Of(ConfirmedEffect? effect) => effect is null ? null : new()
        {
            Clock = effect.Clock,
            RuleSet = effect.RuleSet,
            Effect = (byte)effect.Effect,
            Day = Period.DaysBetween(new LocalDate(1970, 1, 1), effect.Day),
            RanOutAt = ClockTime.Microseconds(effect.RanOutAt),
            Citation = effect.Citation,
            Anchor = effect.Anchor,
            AnchorAt = ClockTime.Microseconds(effect.AnchorAt),
            Evidence = effect.Evidence,
        };

        public ConfirmedEffect ToEffect() => new(
            Clock ?? "", RuleSet ?? "", (ClockEffect)Effect, new LocalDate(1970, 1, 1).PlusDays(Day), ClockTime.Of(RanOutAt), Citation ?? "", Anchor ?? "", ClockTime.Of(AnchorAt), Evidence);
    }
}
