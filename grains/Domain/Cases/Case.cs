using Tracking.Contracts.Access;
using Tracking.Contracts.Holds;
using Tracking.Domain.Clocks;

namespace Tracking.Domain.Cases;

/// <summary>The work on one hold.</summary>
public sealed record Case
{
    /// <summary>The hold.</summary>
    public required string Hold { get; init; }
    /// <summary>Its kind.</summary>
    public required HoldKind Kind { get; init; }
    /// <summary>The organisation whose hold it is.</summary>
    public required string Authority { get; init; }
    /// <summary>Who placed it.</summary>
    public required Actor PlacedBy { get; init; }
    /// <summary>Authorities above it, whose officers may decide too.</summary>
    public ImmutableArray<string> Above { get; init; } = [];
    /// <summary>How far it has come.</summary>
    public CaseStage Stage { get; init; }
    /// <summary>Counts decisions and commands on the hold; no scans.</summary>
    public long Revision { get; init; }
    /// <summary>Whether the mark was determined to be counterfeit: then the goods must be seized (19 USC 1526(e)).</summary>
    public bool IsCounterfeit { get; init; }
    /// <summary>The last change, to tell it to who comes too late; null: none since it was placed.</summary>
    public CaseChanged? Last { get; init; }
    /// <summary>What its clocks propose now (<see cref="DeadlineRules.Proposal"/>).</summary>
    public ImmutableArray<EffectProposal> Proposals { get; init; } = [];
    /// <summary>Clocks, by id, whose effects its authority lets confirm themselves (<see cref="DeadlineRules.MayConfirmItself"/>).</summary>
    public ImmutableArray<string> ConfirmsItself { get; init; } = [];

    /// <summary>The case after a change. Proposals are computed anew, by whoever keeps its clocks.</summary>
    /// <param name="change">The change.</param>
    public Case With(CaseChanged change)
    {
        ArgumentNullException.ThrowIfNull(change);
        return this with
        {
            Stage = change.To,
            Revision = change.Revision,
            Last = change,
            IsCounterfeit = change.Action switch
            {
                CaseAction.DetermineCounterfeit => true,
                CaseAction.WithdrawDetermination => false,
                _ => IsCounterfeit,
            },
            Proposals = change.Confirmed is { } confirmed ? Proposals.RemoveAll(p => p.Deadline.Rule.Id == confirmed.Clock) : Proposals,
        };
    }
}
