using CsCheck;
using NodaTime;
using Tracking.Contracts.Access;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Cases;
using Tracking.Domain.Clocks;
using Tracking.Domain.Tests.Clocks;

namespace Tracking.Domain.Tests.Cases;

/// <summary>Who may do what to a case, and what they are told where they may not.</summary>
public sealed class CaseRulesTests
{
    private static readonly Actor Officer = new("us-cbp", "Otto", ActorRole.Officer);
    private static readonly Actor Supervisor = new("us-cbp", "Susan", ActorRole.Supervisor);
    private static readonly ReportedTime Noon = ReportedTime.From(new DateTimeOffset(2026, 12, 29, 12, 0, 0, TimeSpan.FromHours(-5)));
    private static readonly Evidence Photo = new("photo.jpg", "image/jpeg", 4711, new string('a', 64));

    private static readonly EffectProposal Excluded = Proposal("us.determination", "presented=2026-10-01T10:00-04:00");

    private static EffectProposal Proposal(string clock, string facts) =>
        DeadlineRules.Proposal(Law.Deadline(clock, "4701", facts), [], Law.At("2027-12-01T00:00Z"))!;

    private static Case At(CaseStage stage, long revision = 3) => new()
    {
        Hold = "h-1",
        Kind = HoldKind.IprDetention,
        Authority = "us-cbp",
        PlacedBy = Officer,
        Above = ["us-cbp-hq"],
        Stage = stage,
        Revision = revision,
    };

    private static CaseCommand Command(CaseAction action, string? clock = null) =>
        new() { Action = action, SeenRevision = 3, Clock = clock, Reason = "because", Reference = "R-1", Evidence = [Photo] };

    private static CaseDecision Decide(Case @case, CaseCommand command, Actor? actor = null) => CaseRules.Decide(@case, command, actor ?? Officer, Noon);

    private static void Refused(CaseRefusal refusal, string sentence, CaseDecision decision)
    {
        Assert.Null(decision.Change);
        Assert.Equal((refusal, sentence), (decision.Refused!.Refusal, decision.Refused.Sentence));
    }

    [Fact]
    public void A_change_says_who_when_why_and_on_what_evidence()
    {
        var change = Decide(At(CaseStage.Detained), Command(CaseAction.Seize)).Change!;

        Assert.Equal((4L, CaseStage.Detained, CaseStage.Seized, Officer, Noon, "because", "R-1"), (change.Revision, change.From, change.To, change.By, change.At, change.Reason, change.Reference));
        Assert.Equal(Photo, Assert.Single(change.Evidence));
        Assert.Equal((CaseStage.Seized, 4L, change), (At(CaseStage.Detained).With(change).Stage, At(CaseStage.Detained).With(change).Revision, At(CaseStage.Detained).With(change).Last));
    }

    [Fact]
    public void Who_has_no_say_in_the_hold_learns_nothing_of_the_case()
    {
        var decision = Decide(At(CaseStage.Detained), Command(CaseAction.Release) with { SeenRevision = 1 }, new Actor("acme", "Carl", ActorRole.Supervisor));

        Refused(CaseRefusal.NotTheAuthority, "The hold is us-cbp's: only its people, or those of us-cbp-hq, decide about it.", decision);
        Assert.Empty(decision.Refused!.Possible);
    }

    [Fact]
    public void An_authority_above_may_decide_too() =>
        Assert.NotNull(Decide(At(CaseStage.Detained), Command(CaseAction.Release), new Actor("us-cbp-hq", "Hans", ActorRole.Officer)).Change);

    [Fact]
    public void Of_two_officers_who_decide_at_once_one_wins_and_the_other_is_told_what_happened()
    {
        var seen = At(CaseStage.Detained);
        var won = seen.With(Decide(seen, Command(CaseAction.Seize), Supervisor).Change!);

        Refused(
            CaseRefusal.Stale,
            "You saw revision 3, the case is at 4: Susan of us-cbp did 'seize' at 2026-12-29T12:00:00-05:00, and it is seized now. Look at it again, then decide.",
            Decide(won, Command(CaseAction.Release)));
    }

    [Fact]
    public void An_impossible_command_is_told_what_would_be_possible_and_who_could_do_it()
    {
        var decision = Decide(At(CaseStage.Abandoned), Command(CaseAction.Release));

        Refused(CaseRefusal.Impossible, "The case is abandoned: 'release' is not possible. Possible: destroy (a supervisor of the hold's authority).", decision);
        Assert.Equal(CaseAction.Destroy, Assert.Single(decision.Refused!.Possible).Action);
        Refused(CaseRefusal.Impossible, "The case is destroyed: 'release' is not possible. The case is at an end; new facts take a new hold.", Decide(At(CaseStage.Destroyed), Command(CaseAction.Release)));
    }

    [Fact]
    public void What_takes_a_supervisor_is_refused_to_an_officer()
    {
        Refused(CaseRefusal.NotInThisRole, "'destroy' takes a supervisor of the hold's authority. Possible: destroy (a supervisor of the hold's authority).", Decide(At(CaseStage.Abandoned), Command(CaseAction.Destroy)));
        Assert.Equal(CaseStage.Destroyed, Decide(At(CaseStage.Abandoned), Command(CaseAction.Destroy), Supervisor).Change!.To);
    }

    [Fact]
    public void Goods_with_a_counterfeit_mark_are_seized_and_not_released_until_the_determination_is_withdrawn()
    {
        var determined = At(CaseStage.Detained).With(Decide(At(CaseStage.Detained), Command(CaseAction.DetermineCounterfeit)).Change!);
        CaseCommand Next(CaseAction action, long revision) => Command(action) with { SeenRevision = revision };

        Assert.Equal(CaseRefusal.CounterfeitDetermined, Decide(determined, Next(CaseAction.Release, 4)).Refused!.Refusal);
        Assert.Contains("19 USC 1526(e)", Decide(determined, Next(CaseAction.Release, 4)).Refused!.Sentence, StringComparison.Ordinal);
        Assert.Equal(CaseStage.Seized, Decide(determined, Next(CaseAction.Seize, 4)).Change!.To);
        Assert.Equal(CaseRefusal.Impossible, Decide(determined, Next(CaseAction.DetermineCounterfeit, 4)).Refused!.Refusal);
        var withdrawn = determined.With(Decide(determined, Next(CaseAction.WithdrawDetermination, 4), Supervisor).Change!);
        Assert.Equal(CaseStage.Released, Decide(withdrawn, Next(CaseAction.Release, 5)).Change!.To);
    }

    [Fact]
    public void What_has_to_come_with_an_action_is_named()
    {
        var bare = Command(CaseAction.Seize) with { Reason = " ", Reference = null, Evidence = [] };

        Refused(CaseRefusal.ReasonMissing, "'seize' takes a reason: say why in 'reason'.", Decide(At(CaseStage.Detained), bare));
        Refused(CaseRefusal.ReferenceMissing, "'seize' takes the authority's reference: give it in 'reference'.", Decide(At(CaseStage.Detained), bare with { Reason = "because" }));
        Refused(CaseRefusal.EvidenceMissing, "'record the export' takes evidence: add at least one file.", Decide(At(CaseStage.ExportAllowed), bare with { Action = CaseAction.RecordExport }));
    }

    [Fact]
    public void An_effect_is_confirmed_only_while_a_clock_proposes_it()
    {
        var open = At(CaseStage.Detained);
        var confirm = Command(CaseAction.ConfirmEffect, "us.determination");

        Assert.Equal(CaseRefusal.NotProposed, Decide(open, confirm).Refused!.Refusal);
        Assert.StartsWith("No clock 'us.determination' proposes anything for this case now. Possible: determine counterfeit", Decide(open, confirm).Refused!.Sentence, StringComparison.Ordinal);
        var change = Decide(open with { Proposals = [Excluded] }, confirm).Change!;
        Assert.Equal((CaseStage.Excluded, ConfirmedEffect.Of(Excluded)), (change.To, change.Confirmed));
        Assert.Empty((open with { Proposals = [Excluded] }).With(change).Proposals);
        Assert.Equal(CaseRefusal.Impossible, Decide(At(CaseStage.Seized) with { Proposals = [Excluded] }, confirm).Refused!.Refusal);
    }

    [Fact]
    public void The_product_itself_confirms_only_what_the_authority_allowed()
    {
        var proposed = At(CaseStage.Detained) with { Proposals = [Excluded] };
        var confirm = Command(CaseAction.ConfirmEffect, "us.determination");

        Assert.Equal(CaseRefusal.NotInThisRole, Decide(proposed, confirm, Actor.System).Refused!.Refusal);
        Assert.Equal(CaseStage.Excluded, Decide(proposed with { ConfirmsItself = ["us.determination"] }, confirm, Actor.System).Change!.To);
        Assert.Equal(CaseRefusal.NotInThisRole, Decide(proposed with { ConfirmsItself = ["us.determination"] }, Command(CaseAction.Release), Actor.System).Refused!.Refusal);

        // Seven business days are in part general knowledge: nobody can allow that.
        var disclosure = Proposal("us.answer", "notice=2026-10-08T09:00-04:00");
        var answer = At(CaseStage.Detained) with { Proposals = [disclosure], ConfirmsItself = ["us.answer"] };
        Assert.Equal(CaseRefusal.NotInThisRole, Decide(answer, Command(CaseAction.ConfirmEffect, "us.answer"), Actor.System).Refused!.Refusal);
    }

    [Theory]
    [InlineData(HoldKind.IprDetention, ActorRole.Officer, true)]
    [InlineData(HoldKind.IprDetention, ActorRole.Investigator, false)]
    [InlineData(HoldKind.IprDetention, ActorRole.Partner, false)]
    [InlineData(HoldKind.SellerOrder, ActorRole.Investigator, true)]
    [InlineData(HoldKind.RuleMatch, ActorRole.Investigator, true)]
    [InlineData(HoldKind.SellerOrder, ActorRole.Partner, false)]
    [InlineData(HoldKind.Carrier, ActorRole.Partner, true)]
    [InlineData(HoldKind.Carrier, ActorRole.Investigator, false)]
    [InlineData(HoldKind.Officer, ActorRole.Supervisor, true)]
    [InlineData(HoldKind.Officer, ActorRole.Operator, false)]
    public void A_hold_is_lifted_by_who_may_lift_its_kind(HoldKind kind, ActorRole role, bool may)
    {
        var decision = Decide(At(CaseStage.Placed) with { Kind = kind }, Command(CaseAction.Remove), new Actor("us-cbp", "x", role));

        Assert.Equal(may, decision.Change is not null);
        Assert.Equal(may ? null : CaseRefusal.NotInThisRole, decision.Refused?.Refusal);
    }

    [Fact]
    public void Buttons_are_what_the_actor_may_do_now()
    {
        Assert.Equal([CaseAction.RecordAbandonment, CaseAction.RecordRefusal, CaseAction.WithdrawOffer], CaseRules.Possible(At(CaseStage.AbandonmentOffered), Officer).Select(r => r.Action));
        Assert.Empty(CaseRules.Possible(At(CaseStage.Abandoned), Officer));
        Assert.Empty(CaseRules.Possible(At(CaseStage.Detained), new Actor("acme", "Carl", ActorRole.Officer)));
        Assert.DoesNotContain(CaseRules.Possible(At(CaseStage.Detained) with { IsCounterfeit = true }, Supervisor), r => r.To == CaseStage.Released);
    }

    [Fact]
    public void No_command_of_anybody_reaches_a_forbidden_state()
    {
        var actors = Enum.GetValues<ActorRole>().SelectMany(r => new[] { new Actor("us-cbp", "in", r), new Actor("acme", "out", r) }).ToArray();
        EffectProposal[] proposals = [Excluded, Proposal("us.answer", "notice=2026-10-08T09:00-04:00"), Proposal("us.claim", "publication=2026-10-08T09:00-04:00"), Proposal("us.decide", "presented=2026-10-01T10:00-04:00"), Proposal("us.consent", "owner-notice=2026-10-01T10:00-04:00")];
        var step = Gen.Select(Gen.Enum<CaseAction>(), Gen.Int[0, actors.Length - 1].Select(i => actors[i]), Gen.Int[0, proposals.Length - 1], Gen.Bool);
        step.Array[60].Sample(steps =>
        {
            var @case = At(CaseStage.Placed);
            foreach (var (action, actor, proposal, stale) in steps)
            {
                @case = @case with { Proposals = [proposals[proposal]] };
                var command = Command(action, proposals[proposal].Deadline.Rule.Id) with { SeenRevision = @case.Revision - (stale ? 1 : 0) };
                var decision = CaseRules.Decide(@case, command, actor, Noon);
                Assert.Equal(decision.Change is null, decision.Refused is not null);
                if (decision.Change is { } change)
                {
                    var (next, deemed) = CaseTableTests.Ways[@case.Stage];
                    Assert.False(stale || actor.Organisation == "acme" || (change.To == CaseStage.Released && @case.IsCounterfeit));
                    Assert.True(change.To == @case.Stage || next.Contains(change.To) || (change.Confirmed is not null && deemed.Contains(change.To)), $"{@case.Stage} to {change.To}");
                    Assert.Equal(@case.Revision + 1, change.Revision);
                    @case = @case.With(change);
                }
            }
        }, iter: 500);
    }

    [Fact]
    public void What_is_deemed_counts_from_when_the_clock_ran_out_and_not_from_its_confirmation()
    {
        var proposed = At(CaseStage.Detained) with { Proposals = [Excluded] };
        var facts = CaseFacts.Of(Decide(proposed, Command(CaseAction.ConfirmEffect, "us.determination")).Change!, Law.Rule("us.determination").Set).ToList();

        Assert.Equal([("us.determination", Instant.FromDateTimeOffset(Noon.ToDateTimeOffset())), ("excluded", Law.At("2026-11-01T00:00-04:00"))], facts.Select(f => (f.Name, f.At)));
    }
}
