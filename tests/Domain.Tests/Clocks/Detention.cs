using NodaTime;
using Tracking.Contracts.Access;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Cases;
using Tracking.Domain.Clocks;

namespace Tracking.Domain.Tests.Clocks;

/// <summary>A detention in a time that only the test moves: case and clocks together, as a grain will drive them.</summary>
internal sealed class Detention
{
    public static readonly Actor Supervisor = new("customs", "Ada", ActorRole.Supervisor);

    private readonly ClockQuestion question;
    private ImmutableArray<ClockFact> facts = [];

    public Detention(string basis, string port, string start, params string[] switchedOn)
    {
        Now = Law.At(start);
        var set = Law.Library.RuleSetOn(Law.Port(port).Jurisdiction, Law.Port(port).DayOf(Now))!;
        question = new ClockQuestion { RuleSet = set, Basis = set.BasisOf(basis)!, Port = Law.Port(port), SwitchedOn = [.. switchedOn] };
        Case = new Case { Hold = "h-1", Kind = HoldKind.IprDetention, Authority = "customs", PlacedBy = Supervisor };
    }

    public Instant Now { get; private set; }

    public Case Case { get; private set; }

    /// <summary>Per clock that ran out: the states that it went through.</summary>
    public Dictionary<string, List<DeadlineState>> Walked { get; } = [];

    public Detention Tell(params string[] names)
    {
        facts = [.. facts, .. names.Select(n => new ClockFact(n, Now) { Evidence = $"evidence of {n}" })];
        return Propose();
    }

    public Detention Do(CaseAction action, string? clock = null)
    {
        var decision = Try(action, clock);
        Assert.True(decision.Refused is null, decision.Refused?.Sentence);
        Case = Case.With(decision.Change!);
        facts = [.. facts, .. CaseFacts.Of(decision.Change!, question.RuleSet)];
        return Propose();
    }

    public CaseDecision Try(CaseAction action, string? clock = null) => CaseRules.Decide(
        Case,
        new CaseCommand { Action = action, SeenRevision = Case.Revision, Clock = clock, Reason = "as the test says", Reference = "R-1", Evidence = [new Evidence("a.jpg", "image/jpeg", 1, new string('0', 64))] },
        Supervisor,
        ReportedTime.From(Now.ToDateTimeOffset()));

    public Detention Confirm(string clock) => Do(CaseAction.ConfirmEffect, clock);

    /// <summary>Lets time pass, step by step, until a clock has run out.</summary>
    public Detention LetRunOut(string clock)
    {
        var states = Walked[clock] = [];
        while (true)
        {
            var sheet = Sheet();
            var deadline = sheet.Of(clock) ?? throw new InvalidOperationException($"{clock}: {sheet.Waiting.FirstOrDefault(w => w.Rule.Id == clock)?.Why}");
            states.Add(DeadlineRules.Status(deadline, facts, Now).State);
            if (DeadlineRules.NextChange(deadline, facts, Now) is not { } next)
            {
                return Propose();
            }

            Now = next;
        }
    }

    private ClockSheet Sheet() => ClockRules.Sheet(question with { Facts = facts });

    private Detention Propose()
    {
        Case = Case with { Proposals = [.. Sheet().Deadlines.Select(d => DeadlineRules.Proposal(d, facts, Now)).OfType<EffectProposal>()] };
        return this;
    }
}
