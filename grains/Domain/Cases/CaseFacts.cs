using NodaTime;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Clocks;

namespace Tracking.Domain.Cases;

/// <summary>What a change of a case tells its clocks.</summary>
public static class CaseFacts
{
    /// <summary>The facts that follow from a change, as far as the rule set knows them.</summary>
    /// <param name="change">The change.</param>
    /// <param name="ruleSet">The rule set of the case.</param>
    public static IEnumerable<ClockFact> Of(CaseChanged change, RuleSet ruleSet)
    {
        ArgumentNullException.ThrowIfNull(change);
        ArgumentNullException.ThrowIfNull(ruleSet);
        var evidence = change.Reference ?? change.Evidence.FirstOrDefault()?.Sha256;
        if (change.Confirmed is { } confirmed)
        {
            yield return new ClockFact(confirmed.Clock, At(change.At)) with { Evidence = evidence };
        }

        // What the law deems counts from when the clock ran out, not from when somebody confirmed it.
        if (Name(change) is { } name && ruleSet.Term(name) is not null)
        {
            yield return new ClockFact(name, change.Confirmed?.RanOutAt ?? At(change.At)) { Evidence = evidence };
        }
    }

    private static string? Name(CaseChanged change) => change.From == change.To ? null : change.To switch
    {
        CaseStage.Detained => change.Action == CaseAction.Detain ? "decision" : null,
        CaseStage.Removed or CaseStage.Released => "released",
        CaseStage.Seized => "seized",
        CaseStage.Excluded => "excluded",
        CaseStage.Abandoned => "abandoned",
        CaseStage.Exported => "exported",
        CaseStage.Remitted => "remitted",
        CaseStage.Forfeited => "forfeited",
        CaseStage.Destroyed or CaseStage.Donated => "destroyed",
        CaseStage.InCourt => "in-court",
        _ => null,
    };

    private static Instant At(ReportedTime time) => ClockTime.Of(time.Microseconds);
}
