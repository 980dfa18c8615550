using Tracking.Domain.Clocks;

namespace Tracking.Domain.Cases;

/// <summary>What is said about cases, in one place.</summary>
public static class CaseWords
{
    /// <summary>A stage, in words that follow 'it is'.</summary>
    /// <param name="stage">The stage.</param>
    public static string Of(CaseStage stage) => stage switch
    {
        CaseStage.ExamOrdered => "exam ordered",
        CaseStage.AbandonmentOffered => "abandonment offered",
        CaseStage.ExportAllowed => "export allowed",
        CaseStage.InCourt => "in court",
        _ => stage.ToString().ToLowerInvariant(),
    };

    /// <summary>An effect of a clock, in words.</summary>
    /// <param name="effect">The effect.</param>
    public static string Of(ClockEffect effect) => effect switch
    {
        ClockEffect.DeemedDetained => "deemed detained",
        ClockEffect.DeemedExcluded => "deemed excluded",
        ClockEffect.DeemedDenied => "protest deemed denied",
        ClockEffect.DeemedAgreed => "deemed agreed to destruction",
        ClockEffect.DeemedAbandoned => "deemed abandoned",
        ClockEffect.SeizureOrExclusion => "seizure or exclusion",
        _ => effect.ToString().ToLowerInvariant(),
    };

    /// <summary>A transition's action, in words.</summary>
    /// <param name="action">The action.</param>
    /// <param name="effect">The effect, for a confirmation.</param>
    public static string Of(CaseAction action, ClockEffect? effect) => action switch
    {
        CaseAction.ConfirmEffect => effect is { } confirmed ? $"confirm: {Of(confirmed)}" : "confirm an effect",
        CaseAction.OrderExam => "order an exam",
        CaseAction.RecordExam => "record the exam",
        CaseAction.RecordSample => "record a sample",
        CaseAction.OfferAbandonment => "offer abandonment",
        CaseAction.RecordAbandonment => "record the abandonment",
        CaseAction.RecordRefusal => "record that abandonment was refused",
        CaseAction.WithdrawOffer => "withdraw the offer of abandonment",
        CaseAction.AllowExport => "allow export",
        CaseAction.RecordExport => "record the export",
        CaseAction.ReferToCourt => "refer to court",
        CaseAction.DetermineCounterfeit => "determine counterfeit",
        CaseAction.WithdrawDetermination => "withdraw the determination",
        _ => action.ToString().ToLowerInvariant(),
    };

    /// <summary>Who may do something, in words.</summary>
    /// <param name="who">Who.</param>
    public static string Of(CaseRole who) => who switch
    {
        CaseRole.Officer => "an officer of the hold's authority",
        CaseRole.Supervisor => "a supervisor of the hold's authority",
        _ => "who may lift the hold: an officer of its authority, the owner of an order, the carrier for its own",
    };

    /// <summary>What has to come with something, in words; empty for nothing.</summary>
    /// <param name="needs">What.</param>
    public static string Of(CaseNeeds needs) => needs == CaseNeeds.None ? "" : needs.ToString().ToLowerInvariant();

    internal static string Of(Case @case, CaseCommand command, CaseRefusal refusal, CaseTransition? row, ImmutableArray<CaseTransition> possible)
    {
        var action = Of(command.Action, row?.Effect);
        return refusal switch
        {
            CaseRefusal.NotTheAuthority => $"The hold is {@case.Authority}'s: only its people{(@case.Above.IsEmpty ? "" : $", or those of {string.Join(" or ", @case.Above)},")} decide about it.",
            CaseRefusal.Stale => $"You saw revision {command.SeenRevision}, the case is at {@case.Revision}: {Last(@case)} Look at it again, then decide.",
            CaseRefusal.NotProposed => $"No clock '{command.Clock}' proposes anything for this case now. {Instead(possible)}",
            CaseRefusal.Impossible => $"The case is {Of(@case.Stage)}: '{action}' is not possible. {Instead(possible)}",
            CaseRefusal.NotInThisRole => $"'{action}' takes {Of(row!.Who)}. {Instead(possible)}",
            CaseRefusal.CounterfeitDetermined => $"The mark was determined to be counterfeit: the goods must be seized (19 USC 1526(e)) and are not released, unless a supervisor withdraws the determination. {Instead(possible)}",
            CaseRefusal.ReasonMissing => $"'{action}' takes a reason: say why in 'reason'.",
            CaseRefusal.ReferenceMissing => $"'{action}' takes the authority's reference: give it in 'reference'.",
            _ => $"'{action}' takes evidence: add at least one file.",
        };
    }

    private static string Last(Case @case) => @case.Last is { } last
        ? $"{last.By.Name} of {last.By.Organisation} did '{Of(last.Action, last.Confirmed?.Effect)}' at {last.At}, and it is {Of(@case.Stage)} now."
        : $"it is {Of(@case.Stage)} now.";

    private static string Instead(ImmutableArray<CaseTransition> possible) => possible.IsEmpty
        ? "The case is at an end; new facts take a new hold."
        : $"Possible: {string.Join("; ", possible.Select(p => $"{Of(p.Action, p.Effect)} ({Of(p.Who)})"))}.";
}
