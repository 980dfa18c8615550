using System.Collections.Immutable;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Json;

namespace Tracking.Formats.Codes;

/// <summary>What an authority's message says with one code about one bill; becomes one decision for each thing that the code does.</summary>
internal sealed record AuthorityNotice
{
    public required ShipmentNumber Number { get; init; }

    public required string Authority { get; init; }

    /// <summary>Country, or EU.</summary>
    public required string Territory { get; init; }

    /// <summary>Null where neither message nor caller says it: then nothing is released, for an export's release opens nothing at import.</summary>
    public required CustomsProcedure? Procedure { get; init; }

    public required ReportedTime OccurredAt { get; init; }

    /// <summary>The same for the same event whoever hands the message in, and different for every other event about this bill.</summary>
    public required string Id { get; init; }

    public required string Code { get; init; }

    public int? PieceCount { get; init; }

    /// <summary>Port or station.</summary>
    public string? Port { get; init; }

    /// <summary>What else the message says.</summary>
    public string? Text { get; init; }

    /// <summary>The authority's reference of what the code places or removes; both must carry it.</summary>
    public string? Reference { get; init; }

    /// <summary>Line, segment or path.</summary>
    public required string Where { get; init; }

    /// <summary>Adds the decisions. A code that the table has not becomes a notice that moves nothing.</summary>
    public void AddTo(Findings findings, DecisionTable table)
    {
        var meaning = table.Find(Code);
        if (meaning is null)
        {
            findings.Unmapped(table.System, Code, Where);
        }

        var effects = meaning?.Effects ?? Nothing;
        if (Procedure is null && effects.Any(Opens))
        {
            findings.Complain(Where, "releases, but does not say whether at import or at export", "Say it with the request (procedure=import); until then this releases nothing.");
            effects = Nothing;
        }

        for (var i = 0; i < effects.Length; i++)
        {
            findings.Add(Decide(effects[i], meaning?.Meaning, i == 0 ? Id : $"{Id}/{i + 1}"), Where);
        }
    }

    private static ImmutableArray<CodeEffect> Nothing { get; } = [new CodeEffect(DecisionKind.Notified, null, null)];

    private static bool Opens(CodeEffect effect) => effect.Kind is DecisionKind.Released or DecisionKind.ReleasedWithConditions or DecisionKind.PermitGiven;

    private Decision Decide(CodeEffect effect, string? meaning, string id) => new()
    {
        Number = Number,
        Source = Authority,
        Id = Texts.Cut(id, Limits.Id),
        OccurredAt = OccurredAt,
        ReceivedAt = 0,
        ReportedBy = Contracts.Access.Actor.System,
        Kind = effect.Kind,
        Territory = Territory,
        Procedure = Procedure ?? CustomsProcedure.Import,
        PieceCount = PieceCount,
        Hold = effect.Hold is { } hold ? Terms(effect.Kind, hold, meaning) : null,
        Permits = effect.Permits,
        Code = Texts.Cut(Code, Limits.Code),
        Text = Texts.Cut(Text is null ? meaning : meaning is null ? Text : $"{meaning}. {Text}", Limits.Text),
    };

    private HoldTerms Terms(DecisionKind kind, HoldTerms hold, string? meaning)
    {
        var places = kind is DecisionKind.HoldPlaced or DecisionKind.ExamOrdered or DecisionKind.RequestPlaced;
        return hold with { Reason = places ? meaning : null, Reference = Texts.Cut(Reference, Limits.Id), Port = Texts.Cut(Port, Limits.Port) };
    }
}
