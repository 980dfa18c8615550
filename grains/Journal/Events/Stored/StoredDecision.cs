using System.Text.Json.Serialization;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;

namespace Tracking.Journal.Events.Stored;

/// <summary>A decision as it lies on disk.</summary>
internal sealed class StoredDecision : StoredFact
{
    [JsonPropertyName("k")] public byte Kind { get; set; }
    [JsonPropertyName("ty")] public string? Territory { get; set; }
    [JsonPropertyName("pr")] public byte Procedure { get; set; }
    [JsonPropertyName("sq")] public long? Sequence { get; set; }
    [JsonPropertyName("pn")] public string[]? Pieces { get; set; }
    [JsonPropertyName("pc")] public int? PieceCount { get; set; }
    [JsonPropertyName("h")] public StoredTerms? Hold { get; set; }
    [JsonPropertyName("pm")] public byte? Permits { get; set; }
    [JsonPropertyName("dl")] public string? Deletes { get; set; }
    [JsonPropertyName("cd")] public string? Code { get; set; }
    [JsonPropertyName("tx")] public string? Text { get; set; }
    [JsonPropertyName("an")] public StoredAnchor[]? Anchors { get; set; }

    public static StoredDecision From(Decision decision)
    {
        var stored = new StoredDecision
        {
            Kind = (byte)decision.Kind,
            Territory = decision.Territory,
            Procedure = (byte)decision.Procedure,
            Sequence = decision.Sequence,
            Pieces = decision.Pieces.IsDefaultOrEmpty ? null : [.. decision.Pieces],
            PieceCount = decision.PieceCount,
            Hold = StoredTerms.From(decision.Hold),
            Permits = (byte?)decision.Permits,
            Deletes = decision.Deletes,
            Code = decision.Code,
            Text = decision.Text,
            Anchors = decision.Anchors.IsDefaultOrEmpty ? null : [.. decision.Anchors.Select(StoredAnchor.From)],
        };
        stored.Take(decision);
        return stored;
    }

    public Decision ToDecision() => new()
    {
        Number = ReadNumber(),
        Source = ReadSource(),
        Id = Id,
        OccurredAt = ReadTime(),
        ReceivedAt = ReceivedAt,
        ReportedBy = ReadActor(),
        Corrects = Corrects,
        Withdraws = Withdraws,
        Kind = (DecisionKind)Kind,
        Territory = Territory ?? throw new InvalidDataException("A stored decision lacks its territory."),
        Procedure = (CustomsProcedure)Procedure,
        Sequence = Sequence,
        Pieces = Pieces is null ? [] : [.. Pieces],
        PieceCount = PieceCount,
        Hold = Hold?.ToTerms(),
        Permits = (ClearancePurpose?)Permits,
        Deletes = Deletes,
        Code = Code,
        Text = Text,
        Anchors = Anchors is null ? [] : [.. Anchors.Select(a => a.ToAnchor())],
    };

    /// <summary>An anchor as it lies on disk.</summary>
    internal sealed class StoredAnchor
    {
        [JsonPropertyName("f")] public string? Fact { get; set; }
        [JsonPropertyName("at")] public long At { get; set; }
        [JsonPropertyName("o")] public short Offset { get; set; }
        [JsonPropertyName("ev")] public string? Evidence { get; set; }
        [JsonPropertyName("l")] public int? Length { get; set; }

        public static StoredAnchor From(Anchor anchor) => new()
        {
            Fact = anchor.Fact,
            At = anchor.At.Microseconds,
            Offset = anchor.At.OffsetMinutes,
            Evidence = anchor.Evidence,
            Length = anchor.Length,
        };

        public Anchor ToAnchor() => new(Fact ?? throw new InvalidDataException("A stored anchor does not say what happened."), new ReportedTime(At, Offset), Evidence, Length);
    }

    /// <summary>The terms of a hold as they lie on disk.</summary>
    internal sealed class StoredTerms
    {
        [JsonPropertyName("k")] public byte? Kind { get; set; }
        [JsonPropertyName("lb")] public string? LegalBasis { get; set; }
        [JsonPropertyName("rs")] public string? Reason { get; set; }
        [JsonPropertyName("rf")] public string? Reference { get; set; }
        [JsonPropertyName("cd")] public string? Code { get; set; }
        [JsonPropertyName("po")] public string? Port { get; set; }
        [JsonPropertyName("rr")] public bool ReasonRestricted { get; set; }
        [JsonPropertyName("ur")] public bool UntilRelease { get; set; }

        public static StoredTerms? From(HoldTerms? terms) => terms is null ? null : new()
        {
            Kind = (byte?)terms.Kind,
            LegalBasis = terms.LegalBasis,
            Reason = terms.Reason,
            Reference = terms.Reference,
            Code = terms.Code,
            Port = terms.Port,
            ReasonRestricted = terms.ReasonRestricted,
            UntilRelease = terms.UntilRelease,
        };

        public HoldTerms ToTerms() => new()
        {
            Kind = (HoldKind?)Kind,
            LegalBasis = LegalBasis,
            Reason = Reason,
            Reference = Reference,
            Code = Code,
            Port = Port,
            ReasonRestricted = ReasonRestricted,
            UntilRelease = UntilRelease,
        };
    }
}
