using NodaTime;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Cases;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments;
using Tracking.Domain.Tests.Clocks;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Cases;

/// <summary>Cases and clocks of a shipment from what its authority says and its officers decide. Given.Noon is a Monday, 08:00 in New York.</summary>
public sealed class ShipmentCasesTests
{
    private static readonly Actor Officer = new(Cbp, "Otto", ActorRole.Officer);
    private static readonly Actor Supervisor = new(Cbp, "Susan", ActorRole.Supervisor);
    private const double Day = 24 * 60;

    [Fact]
    public void A_hold_with_a_legal_basis_and_an_anchor_has_deadlines_in_the_ports_time_zone()
    {
        var held = Only(Facts(Detained(0, new Anchor("presented", new ReportedTime(At(-60), -240), "exam sheet 7"))));

        var decide = held.Sheet!.Of("us.decide")!;
        Assert.Equal(("us-2", "America/New_York"), (held.Sheet.RuleSet.Name, held.Sheet.Port.Zone.Id));
        Assert.Equal(new LocalDate(2026, 6, 8), decide.LastDay);
        Assert.Equal("exam sheet 7", decide.Anchor.Evidence);
        Assert.Equal(new LocalDate(2026, 7, 1), held.Sheet.Of("us.determination")!.LastDay);
    }

    [Fact]
    public void What_the_authority_says_later_about_the_hold_meets_its_clocks_and_what_another_says_does_not()
    {
        var detained = Facts(Detained(0, Presented(-60)));
        var other = detained.With(Notice(10, "us-fda"));
        var noticed = detained.With(Notice(10, Cbp));

        Assert.Equal(DeadlineState.Running, StateOf(Only(other), "us.notice", 20));
        Assert.Equal(DeadlineState.Met, StateOf(Only(noticed), "us.notice", 20));
        Assert.NotNull(Only(noticed).Sheet!.Of("us.answer"));
    }

    [Fact]
    public void Who_may_say_presented_is_the_authority_and_no_carrier()
    {
        var scanned = Facts(Detained(0)).With(Scan(TransportStatus.InTransitArrived, 5, "US"));
        Assert.Null(Only(scanned).Sheet!.Of("us.determination"));
        Assert.NotNull(Only(scanned.With(Decision(DecisionKind.Presented, 6))).Sheet!.Of("us.determination"));
    }

    [Theory]
    [InlineData(null, "4701")]
    [InlineData("a law of the moon", "4701")]
    [InlineData("19 CFR 133.21", null)]
    [InlineData("19 CFR 133.21", "9999X")]
    public void Without_a_basis_and_a_port_that_are_known_there_is_a_case_without_clocks(string? basis, string? port)
    {
        var hold = Detained(0, Presented(-60));
        var held = Only(Facts(hold with { Hold = hold.Hold! with { LegalBasis = basis, Port = port } }));
        Assert.Null(held.Sheet);
        Assert.Equal(CaseStage.Detained, held.Case.Stage);
    }

    [Fact]
    public void An_officers_release_lifts_the_hold_and_meets_its_clock()
    {
        var state = Facts(Detained(0, Presented(-60)));
        var released = Do(state, CaseAction.Release, 30);

        Assert.Equal(0, released.Picture.OpenHolds);
        Assert.Equal(CaseStage.Released, Only(released).Case.Stage);
        Assert.Equal(DeadlineState.Met, StateOf(Only(released), "us.determination", 40));
    }

    [Fact]
    public void An_officers_seizure_is_the_authoritys_decision_about_the_goods()
    {
        var seized = Do(Facts(Detained(0, Presented(-60))), CaseAction.Seize, 30);

        Assert.Contains(seized.Picture.Customs, c => c.Status == CustomsStatus.Seized);
        Assert.Equal(CaseStage.Seized, Only(seized).Case.Stage);
        Assert.Equal(CaseStage.Forfeited, Only(Do(seized, CaseAction.Forfeit, 60, Supervisor)).Case.Stage);
    }

    [Fact]
    public void Of_two_who_decide_at_once_one_wins_and_the_other_is_told_what_happened()
    {
        var state = Facts(Detained(0, Presented(-60)));
        var command = Command(CaseAction.Release, Only(state).Case.Revision);
        var after = state.After(Decide(state, command, 30).Events);
        var (events, refused, _) = Decide(after, command, 31);

        Assert.Empty(events);
        Assert.Equal(CaseRefusal.Stale, refused!.Refusal);
        Assert.Contains("Otto of us-cbp did 'release'", refused.Sentence, StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_is_no_revision_and_a_decision_of_the_authority_is_one()
    {
        var state = Facts(Detained(0, Presented(-60)));
        var revision = Only(state).Case.Revision;
        Assert.Equal(revision, Only(state.With(Scan(TransportStatus.InTransitArrived, 5, "US"))).Case.Revision);
        Assert.Equal(revision + 1, Only(state.With(Notice(10, Cbp))).Case.Revision);
    }

    [Fact]
    public void A_clock_that_ran_out_is_confirmed_by_a_named_officer_and_the_goods_are_excluded_from_its_day()
    {
        var state = Facts(Detained(0, Presented(-60)));
        var late = 40 * Day;
        var confirmed = Do(state, CaseAction.ConfirmEffect, late, clock: "us.determination");

        var change = Assert.Single(confirmed.CaseChanges).Change;
        Assert.Equal(("Otto", "us.determination", "presented"), (change.By.Name, change.Confirmed!.Clock, change.Confirmed.Anchor));
        Assert.Equal(CaseStage.Excluded, Only(confirmed).Case.Stage);
        Assert.Contains(confirmed.Picture.Customs, c => c.Status == CustomsStatus.Excluded && c.Since == ClockTime.Microseconds(change.Confirmed.RanOutAt));
        Assert.DoesNotContain(ShipmentCases.Of(confirmed, Law.Library, ClockTime.Of(At(late + 1)))[0].Case.Proposals, p => p.Deadline.Rule.Id == "us.determination");
    }

    [Fact]
    public void A_hold_of_another_id_or_authority_has_no_case_here()
    {
        var state = Facts(Detained(0));
        Assert.False(CaseEvents.Decide(state, Fda, "d-1", Command(CaseAction.Release, 1), Officer, Law.Library, new ReportedTime(At(5), 0)).IsKnown);
        Assert.False(CaseEvents.Decide(state, Cbp, "other", Command(CaseAction.Release, 1), Officer, Law.Library, new ReportedTime(At(5), 0)).IsKnown);
    }

    private static Anchor Presented(double at) => new("presented", new ReportedTime(At(at), 0));

    internal static Decision Detained(double at, params ImmutableArray<Anchor> anchors) => Decision(DecisionKind.Detained, at, id: "d-1") with
    {
        Hold = new HoldTerms { Kind = HoldKind.IprDetention, LegalBasis = "19 CFR 133.21", Port = "4701", Reference = "R-1" },
        Anchors = anchors,
    };

    private static Decision Notice(double at, string authority) => Decision(DecisionKind.Notified, at, authority, $"n-{authority}") with
    {
        Hold = new HoldTerms { Reference = "R-1" },
        Anchors = [new Anchor("notice", new ReportedTime(At(at), 0), "notice 12")],
    };

    private static HeldCase Only(ShipmentState state) => Assert.Single(ShipmentCases.Of(state, Law.Library, ClockTime.Of(At(100 * Day))));

    private static DeadlineState StateOf(HeldCase held, string clock, double at) => DeadlineRules.Status(held.Sheet!.Of(clock)!, held.Heard, ClockTime.Of(At(at))).State;

    private static CaseCommand Command(CaseAction action, long revision, string? clock = null) => new()
    {
        Action = action,
        SeenRevision = revision,
        Clock = clock,
        Reason = "because",
        Reference = "2026-1",
        Evidence = [new Domain.Cases.Evidence("photo.jpg", "image/jpeg", 4711, new string('a', 64))],
    };

    private static (ImmutableArray<Domain.Shipments.Events.ShipmentEvent> Events, CaseRefused? Refused, bool IsKnown) Decide(ShipmentState state, CaseCommand command, double at, Actor? by = null) =>
        CaseEvents.Decide(state, Cbp, "d-1", command, by ?? Officer, Law.Library, new ReportedTime(At(at), 0));

    private static ShipmentState Do(ShipmentState state, CaseAction action, double at, Actor? by = null, string? clock = null)
    {
        var (events, refused, _) = Decide(state, Command(action, Only(state).Case.Revision, clock), at, by ?? Supervisor with { Name = "Otto" });
        Assert.True(refused is null, refused?.Sentence);
        return state.After(events);
    }
}
