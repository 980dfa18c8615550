using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Shipments;

/// <summary>Accepted, duplicate or refused.</summary>
public sealed class DedupeTests
{
    private static readonly Scan Known = Scan(TransportStatus.Accepted, 5, "USJFK", id: "S1");

    public static TheoryData<string> Differences() => [.. Changes.Keys];

    private static readonly Dictionary<string, Func<Scan, Scan>> Changes = new()
    {
        ["number"] = s => s with { Number = Bill.Sibling("P1") },
        ["time"] = s => s with { OccurredAt = s.OccurredAt with { Microseconds = At(6) } },
        ["status"] = s => s with { Status = TransportStatus.AcceptedPickedUp },
        ["code"] = s => s with { Code = "PU" },
        ["text"] = s => s with { Text = "Picked up" },
        ["place"] = s => s with { Place = Place("USEWR") },
        ["pieces"] = s => s with { Pieces = 2 },
        ["weight"] = s => s with { WeightKg = 1.5m },
        ["container"] = s => s with { Container = "MSCU1234566" },
        ["master bill"] = s => s with { MasterBill = "02012345675" },
        ["customs"] = s => s with { Customs = CustomsReport.Held },
        ["corrects"] = s => s with { Corrects = "S0" },
    };

    private static FactOutcome Second(Fact first, Fact second) => ReceiveRules.Decide(Facts(first), [second]).Outcomes[0];

    [Fact]
    public void The_same_again_is_a_duplicate_in_a_later_batch_and_in_the_same()
    {
        Assert.Equal(FactResult.Duplicate, Second(Known, Known).Result);
        Assert.Equal([FactResult.Accepted, FactResult.Duplicate], ReceiveRules.Decide(Nothing, [Known, Known]).Outcomes.Select(o => o.Result));
    }

    [Theory]
    [MemberData(nameof(Differences))]
    public void The_same_id_with_other_content_is_refused_and_no_member_of_the_set(string field)
    {
        var decision = ReceiveRules.Decide(Facts(Known), [Changes[field](Known)]);

        Assert.Equal((FactResult.Rejected, FactRefusal.SameIdOtherContent), (decision.Outcomes[0].Result, decision.Outcomes[0].Refusal));
        Assert.Empty(decision.Events);
    }

    [Fact]
    public void Who_handed_it_in_and_when_is_no_content()
    {
        Assert.Equal(FactResult.Duplicate, Second(Known, Known with { ReceivedAt = At(99), ReportedBy = AuthorityKey }).Result);
        Assert.Equal(FactResult.Duplicate, Second(Known with { WeightKg = 1.5m }, Known with { WeightKg = 1.50m }).Result);
    }

    [Fact]
    public void The_same_id_of_another_source_is_another_fact()
    {
        Assert.Equal(FactResult.Accepted, Second(Hold(5, Cbp, "X1"), Hold(5, Fda, "X1")).Result);
    }

    [Fact]
    public void A_restricted_reason_is_content()
    {
        var open = Hold(5, id: "H1") with { Hold = new HoldTerms { Reason = "tip" } };

        Assert.Equal(FactResult.Rejected, Second(open, open with { Hold = new HoldTerms { Reason = "tip", ReasonRestricted = true } }).Result);
    }

    [Fact]
    public void The_same_id_with_other_content_is_accepted_where_it_says_what_it_corrects()
    {
        Assert.Equal(FactResult.Accepted, Second(Known, Known with { Status = TransportStatus.AcceptedInducted, Corrects = "S1" }).Result);
    }

    [Theory]
    [InlineData("number", true)]
    [InlineData("code", true)]
    [InlineData("time", true)]
    [InlineData("place", true)]
    [InlineData("status", true)]
    [InlineData("text", false)]
    [InlineData("weight", false)]
    public void Without_an_id_source_number_code_time_and_place_make_the_fact(string field, bool another)
    {
        var nameless = Known with { Id = null };

        Assert.Equal(another ? FactResult.Accepted : FactResult.Duplicate, Second(nameless, Changes[field](nameless)).Result);
    }

    [Fact]
    public void Without_an_id_releases_of_two_pieces_at_one_time_are_two_decisions()
    {
        var ofP1 = Decision(DecisionKind.Released, 5) with { Id = null, Pieces = ["P1"] };

        Assert.Equal(FactResult.Accepted, Second(ofP1, ofP1 with { Pieces = ["P2"] }).Result);
        Assert.Equal(FactResult.Accepted, Second(ofP1, ofP1 with { Procedure = CustomsProcedure.Export }).Result);
        Assert.Equal(FactResult.Duplicate, Second(ofP1, ofP1).Result);
    }

    [Fact]
    public void A_fact_with_an_id_and_the_same_without_are_two()
    {
        Assert.Equal(FactResult.Accepted, Second(Known, Known with { Id = null }).Result);
    }

    [Fact]
    public void Beyond_the_cap_facts_are_refused_and_decisions_never()
    {
        var full = ShipmentState.Empty(Bill, CarrierRules.Default with { MostFacts = 2 }).With(Known);
        ImmutableArray<Fact> facts = [Scan(TransportStatus.InTransit, 6), Scan(TransportStatus.InTransit, 7), Hold(8), Known];

        var outcomes = ReceiveRules.Decide(full, facts).Outcomes;

        Assert.Equal([FactResult.Accepted, FactResult.Rejected, FactResult.Accepted, FactResult.Duplicate], outcomes.Select(o => o.Result));
        Assert.Equal(FactRefusal.TooManyFacts, outcomes[1].Refusal);
    }

    [Fact]
    public void What_was_refused_does_not_use_up_a_version()
    {
        var outcomes = ReceiveRules.Decide(Facts(Known), [Known with { Text = "other" }, Scan(TransportStatus.InTransit, 6), Hold(8)]).Outcomes;

        Assert.Equal([0, 2, 3], outcomes.Select(o => o.Version));
    }
}
