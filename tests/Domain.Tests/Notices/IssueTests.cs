using NodaTime;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Cases;
using Tracking.Domain.Clocks;
using Tracking.Domain.Notices;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Domain.Tests.Clocks;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Notices;

/// <summary>What issuing a notice takes, what it leaves in the stream, and what its clocks hear.</summary>
public sealed class IssueTests
{
    private static readonly Actor Officer = new(Cbp, "Otto", ActorRole.Officer);
    private static readonly NoticeCommand Detention = new() { Kind = NoticeKind.Detention, SeenRevision = 1, Reference = "N-1" };
    private static readonly NoticeCommand Disclosure = new() { Kind = NoticeKind.Disclosure, SeenRevision = 1, Reference = "D-1", Recipient = "Brand Inc." };
    private static readonly ImmutableArray<NoticeField> Said = [NoticeField.Reference, NoticeField.PortOfEntry];

    [Fact]
    public void What_is_issued_keeps_what_was_said_to_whom_by_whom_and_under_which_reference()
    {
        var (notice, isNew, refusal, _) = Issue(Disclosure with { Fields = [NoticeField.PortOfEntry] });

        Assert.Null(refusal);
        Assert.True(isNew);
        Assert.Equal((NoticeRecipient.RightHolder, "Brand Inc.", "D-1", Officer, DisclosureStage.WithNotice), (notice!.To, notice.Recipient, notice.Reference, notice.By, notice.Stage));
        Assert.Equal([NoticeField.PortOfEntry], notice.Fields.AsEnumerable());
    }

    public static TheoryData<NoticeCommand, NoticeRefusal> Refusals { get; } = new()
    {
        { Detention with { SeenRevision = 0 }, NoticeRefusal.Stale },
        { Detention with { Kind = NoticeKind.AbandonmentOffer }, NoticeRefusal.OfferIsACommand },
        { Detention with { Kind = NoticeKind.Seizure }, NoticeRefusal.NotAtThisStage },
        { Detention with { Reference = " " }, NoticeRefusal.ReferenceMissing },
        { Disclosure with { Recipient = null }, NoticeRefusal.RecipientMissing },
        { Detention with { Recipient = "Somebody" }, NoticeRefusal.RecipientGiven },
        { Disclosure with { Fields = [NoticeField.Importer] }, NoticeRefusal.Redacted },
    };

    [Theory, MemberData(nameof(Refusals))]
    public void A_notice_that_may_not_be_issued_says_what_would_be(NoticeCommand command, NoticeRefusal expected)
    {
        var (notice, _, refusal, sentence) = Issue(command);

        Assert.Null(notice);
        Assert.Equal(expected, refusal);
        Assert.NotEmpty(sentence!);
    }

    [Fact]
    public void Nobody_but_an_officer_issues() =>
        Assert.Equal(NoticeRefusal.NotInThisRole, NoticeEvents.Issue(Only(Held()).Case, Draft(NoticeKind.Detention), [], Detention, Officer with { Role = ActorRole.Partner }, Now).Refusal);

    [Fact]
    public void The_same_again_is_the_same_notice_and_a_reference_with_other_fields_is_refused()
    {
        var first = Issue(Disclosure).Event!;
        var again = NoticeEvents.Issue(Only(Held()).Case, Draft(NoticeKind.Disclosure), [first], Disclosure with { SeenRevision = 0 }, Officer, Now);
        var other = NoticeEvents.Issue(Only(Held()).Case, Draft(NoticeKind.Disclosure), [first], Disclosure with { Fields = [NoticeField.Reference] }, Officer, Now);

        Assert.Same(first, again.Event);
        Assert.False(again.IsNew);
        Assert.Equal(NoticeRefusal.ReferenceUsed, other.Refusal);
    }

    [Fact]
    public void A_notice_of_detention_meets_the_clock_of_its_notice_and_starts_that_of_the_answer_with_the_reference_as_evidence()
    {
        var before = Held();
        var after = before.After([Issue(Detention).Event!]);

        Assert.Null(Only(before).Sheet!.Of("us.answer"));
        Assert.Equal("N-1", Only(after).Sheet!.Of("us.answer")!.Anchor.Evidence);
        var notice = Only(after).Sheet!.Of("us.notice")!;
        Assert.Equal(DeadlineState.Met, DeadlineRules.Status(notice, Only(after).Heard, ClockTime.Of(At(30))).State);
    }

    [Fact]
    public void An_offer_of_abandonment_is_in_the_log_with_the_command_that_made_it()
    {
        var command = new CaseCommand { Action = CaseAction.OfferAbandonment, SeenRevision = 1, Reference = "A-1" };
        var (events, refused, _) = CaseEvents.Decide(Held(), Cbp, "d-1", command, Officer, Law.Library, Now);

        Assert.Null(refused);
        var offer = Assert.Single(events.OfType<NoticeIssued>());
        Assert.Equal((NoticeKind.AbandonmentOffer, NoticeRecipient.Importer, "A-1"), (offer.Kind, offer.To, offer.Reference));
        Assert.Contains(NoticeField.Abandonment, offer.Fields);
        Assert.Equal(CaseStage.AbandonmentOffered, Only(Held().After(events)).Case.Stage);
    }

    [Fact]
    public void An_offer_is_assented_to_with_evidence_and_the_goods_are_disposed_of_by_a_supervisor()
    {
        var supervisor = new Actor(Cbp, "Susan", ActorRole.Supervisor);
        ImmutableArray<Domain.Cases.Evidence> assent = [new("assent.pdf", "application/pdf", 812, new string('a', 64))];
        var state = Held();
        state = Do(state, new CaseCommand { Action = CaseAction.OfferAbandonment, SeenRevision = 1, Reference = "A-1" }, Officer, 20);
        Assert.Equal(CaseRefusal.EvidenceMissing, Refused(state, new CaseCommand { Action = CaseAction.RecordAbandonment, SeenRevision = 2 }, Officer));
        state = Do(state, new CaseCommand { Action = CaseAction.RecordAbandonment, SeenRevision = 2, Evidence = assent }, Officer, 30);
        Assert.Equal(CaseRefusal.NotInThisRole, Refused(state, new CaseCommand { Action = CaseAction.Destroy, SeenRevision = 3, Reason = "abandoned", Evidence = assent }, Officer));
        state = Do(state, new CaseCommand { Action = CaseAction.Destroy, SeenRevision = 3, Reason = "abandoned", Evidence = assent }, supervisor, 40);

        Assert.Equal(CaseStage.Destroyed, Only(state).Case.Stage);
        Assert.Equal(assent, state.CaseChanges[1].Change.Evidence);
        Assert.Empty(state.Picture.Discrepancies);
    }

    [Fact]
    public void An_offer_that_is_refused_or_withdrawn_leaves_the_goods_detained()
    {
        var offered = Do(Held(), new CaseCommand { Action = CaseAction.OfferAbandonment, SeenRevision = 1, Reference = "A-1" }, Officer, 20);
        var refused = Do(offered, new CaseCommand { Action = CaseAction.RecordRefusal, SeenRevision = 2, Evidence = [new("no.eml", "message/rfc822", 9, new string('b', 64))] }, Officer, 30);
        var withdrawn = Do(offered, new CaseCommand { Action = CaseAction.WithdrawOffer, SeenRevision = 2, Reason = "to be seized" }, Officer, 30);

        Assert.Equal(CaseStage.Detained, Only(refused).Case.Stage);
        Assert.Equal(CaseStage.Detained, Only(withdrawn).Case.Stage);
        Assert.Equal(CaseRefusal.ReasonMissing, Refused(offered, new CaseCommand { Action = CaseAction.WithdrawOffer, SeenRevision = 2 }, Officer));
    }

    private static ReportedTime Now { get; } = new(At(10), 0);

    private static ShipmentState Held() => Facts(Cases.ShipmentCasesTests.Detained(0, new Anchor("presented", new ReportedTime(At(-60), -240))));

    private static (NoticeIssued? Event, bool IsNew, NoticeRefusal? Refusal, string? Sentence) Issue(NoticeCommand command) =>
        NoticeEvents.Issue(Only(Held()).Case, Draft(command.Kind), [], command, Officer, Now);

    private static NoticeDraft Draft(NoticeKind kind) =>
        new(kind, NoticeTable.Of(kind).To, DisclosureStage.WithNotice, Cbp, "d-1", [.. Said.Select(f => new NoticeLine(f, "text"))], []);

    private static ShipmentState Do(ShipmentState state, CaseCommand command, Actor actor, double minute)
    {
        var (events, refused, _) = CaseEvents.Decide(state, Cbp, "d-1", command, actor, Law.Library, new ReportedTime(At(minute), 0));
        Assert.Null(refused);
        return state.After(events);
    }

    private static CaseRefusal? Refused(ShipmentState state, CaseCommand command, Actor actor) =>
        CaseEvents.Decide(state, Cbp, "d-1", command, actor, Law.Library, new ReportedTime(At(99), 0)).Refused?.Refusal;

    private static HeldCase Only(ShipmentState state) => Assert.Single(ShipmentCases.Of(state, Law.Library, ClockTime.Of(At(30))));
}
