using Tracking.Contracts.Access;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Clocks;

namespace Tracking.Domain.Cases;

/// <summary>Decides what people may do to a case: the table, who acts, and the revision that was seen.</summary>
public static class CaseRules
{
    /// <summary>Decides a command.</summary>
    /// <param name="case">The case as it is.</param>
    /// <param name="command">What is wanted, with the revision that its author saw.</param>
    /// <param name="actor">Who wants it.</param>
    /// <param name="at">When, as stamped once at the edge.</param>
    public static CaseDecision Decide(Case @case, CaseCommand command, Actor actor, ReportedTime at)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(command);
        ArgumentNullException.ThrowIfNull(actor);
        if (!HasSay(@case, actor))
        {
            return Refuse(@case, command, CaseRefusal.NotTheAuthority, null);
        }

        if (command.SeenRevision != @case.Revision)
        {
            return Refuse(@case, command, CaseRefusal.Stale, null);
        }

        var proposal = command.Action == CaseAction.ConfirmEffect ? @case.Proposals.FirstOrDefault(p => p.Deadline.Rule.Id == command.Clock) : null;
        if (command.Action == CaseAction.ConfirmEffect && proposal is null)
        {
            return Refuse(@case, command, CaseRefusal.NotProposed, null);
        }

        if (CaseTable.Find(@case.Stage, command.Action, proposal?.Effect) is not { } row)
        {
            return Refuse(@case, command, CaseRefusal.Impossible, null);
        }

        return Missing(@case, command, actor, row, proposal) is { } refusal
            ? Refuse(@case, command, refusal, row)
            : new CaseDecision(Changed(@case, command, actor, at, row, proposal), null);
    }

    /// <summary>What an actor may do to a case now: the page's buttons.</summary>
    /// <param name="case">The case.</param>
    /// <param name="actor">Who looks.</param>
    public static IEnumerable<CaseTransition> Possible(Case @case, Actor actor)
    {
        ArgumentNullException.ThrowIfNull(@case);
        ArgumentNullException.ThrowIfNull(actor);
        return HasSay(@case, actor) ? Open(@case).Where(r => IsInRole(@case, actor, r.Who)) : [];
    }

    /// <summary>What the table allows at the stage, whoever does it, less what the case itself forbids: confirmations that nothing proposes, a release of counterfeits.</summary>
    /// <param name="case">The case.</param>
    internal static IEnumerable<CaseTransition> Open(Case @case) => CaseTable.From(@case.Stage).Where(r =>
        (r.Effect is not { } effect || @case.Proposals.Any(p => p.Effect == effect))
        && !(r.To == CaseStage.Released && @case.IsCounterfeit)
        && !(r.Action == CaseAction.DetermineCounterfeit && @case.IsCounterfeit)
        && !(r.Action == CaseAction.WithdrawDetermination && !@case.IsCounterfeit));

    private static bool HasSay(Case @case, Actor actor) =>
        actor.Role == ActorRole.System || actor.Organisation == @case.Authority || @case.Above.Contains(actor.Organisation, StringComparer.Ordinal);

    private static bool IsInRole(Case @case, Actor actor, CaseRole who) => (who, actor.Role) switch
    {
        (CaseRole.Officer, ActorRole.Officer or ActorRole.Supervisor) => true,
        (CaseRole.Supervisor, ActorRole.Supervisor) => true,
        (CaseRole.Lifter, ActorRole.Officer or ActorRole.Supervisor) => true,
        (CaseRole.Lifter, ActorRole.Investigator) => @case.Kind is HoldKind.SellerOrder or HoldKind.BrandOrder or HoldKind.ConsigneeOrder or HoldKind.RuleMatch,
        (CaseRole.Lifter, ActorRole.Partner) => @case.Kind == HoldKind.Carrier,
        _ => false,
    };

    private static CaseRefusal? Missing(Case @case, CaseCommand command, Actor actor, CaseTransition row, EffectProposal? proposal)
    {
        var byItself = actor.Role == ActorRole.System && proposal is not null && DeadlineRules.MayConfirmItself(proposal.Deadline.Rule, @case.ConfirmsItself);
        if (!byItself && !IsInRole(@case, actor, row.Who))
        {
            return CaseRefusal.NotInThisRole;
        }

        if (row.To == CaseStage.Released && @case.IsCounterfeit)
        {
            return CaseRefusal.CounterfeitDetermined;
        }

        if (!Open(@case).Contains(row))
        {
            return CaseRefusal.Impossible;
        }

        return row.Needs.HasFlag(CaseNeeds.Reason) && string.IsNullOrWhiteSpace(command.Reason) ? CaseRefusal.ReasonMissing
            : row.Needs.HasFlag(CaseNeeds.Reference) && string.IsNullOrWhiteSpace(command.Reference) ? CaseRefusal.ReferenceMissing
            : row.Needs.HasFlag(CaseNeeds.Evidence) && command.Evidence.IsEmpty ? CaseRefusal.EvidenceMissing
            : null;
    }

    private static CaseDecision Refuse(Case @case, CaseCommand command, CaseRefusal refusal, CaseTransition? row)
    {
        ImmutableArray<CaseTransition> possible = refusal == CaseRefusal.NotTheAuthority ? [] : [.. Open(@case)];
        return new CaseDecision(null, new CaseRefused(refusal, CaseWords.Of(@case, command, refusal, row, possible), possible));
    }

    private static CaseChanged Changed(Case @case, CaseCommand command, Actor actor, ReportedTime at, CaseTransition row, EffectProposal? proposal) => new()
    {
        Hold = @case.Hold,
        Revision = @case.Revision + 1,
        From = row.From,
        Action = row.Action,
        To = row.To,
        By = actor,
        At = at,
        Reason = command.Reason,
        Reference = command.Reference,
        Evidence = command.Evidence,
        Confirmed = proposal is null ? null : ConfirmedEffect.Of(proposal),
    };
}
