using CsCheck;
using Tracking.Contracts.Access;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments;

namespace Tracking.Domain.Tests.Shipments;

/// <summary>
/// Sets of facts from small pools, so that ties, shared references, corrections that meet and circles are frequent.
/// No two facts of a set share a key: which of two contradicting facts is refused does depend on their arrival.
/// </summary>
internal static class FactGenerator
{
    private static readonly string[] Authorities = [Given.Cbp, Given.Cbp, Given.Fda, "de-zoll", Given.Carrier];
    private static readonly string[] Territories = ["US", "US", "DE", "FR", "CN"];
    private static readonly string?[] Places = ["CNSHA", "USJFK", "DEFRA", "FRPAR", "US", null, null];
    private static readonly string?[] Numbers = [null, null, null, null, "P1", "P2", "P3"];
    private static readonly HoldKind[] Kinds = [HoldKind.Manifest, HoldKind.DoNotLoad, HoldKind.IntensiveExam, HoldKind.IprDetention];
    private static readonly TransportStatus[] Statuses = Enum.GetValues<TransportStatus>();
    private static readonly DecisionKind[] Decisions = Enum.GetValues<DecisionKind>();

    // Six facts in ten are decisions: they have the most to disagree about.
    private static readonly Gen<Fact> One = Gen.Int[0, 9].SelectMany(kind => kind switch
    {
        0 => Common.Select(Dispatch),
        1 => Common.Select(Manifest),
        < 5 => Common.Select(Scan),
        _ => Common.Select(Decision),
    });

    /// <summary>Sets of facts, each with its own key.</summary>
    public static Gen<Fact[]> Sets { get; } = One.Array[1, 24].Select(facts => facts.DistinctBy(FactKeys.Of).ToArray());

    /// <summary>Sets in which every fact has an id, corrects nothing and happened in order: what a careful world sends.</summary>
    public static Gen<Fact[]> PlainSets { get; } = Sets.Select(facts => facts.Select(f => f with { Corrects = null, Withdraws = false }).DistinctBy(FactKeys.Of).ToArray());

    // The digits of one number choose everything about a fact: CsCheck shrinks it, and few allocations keep thousands of sets quick.
    private static Gen<Dice> Common => Gen.ULong.Select(seed => new Dice(seed));

    private static T Complete<T>(Dice dice, T fact)
        where T : Fact
    {
        // Some clocks run days ahead, some facts come late.
        var occurred = Given.At((10 * dice.Next(8)) + (dice.OneIn(12) ? 4_000 : 0));
        var id = dice.OneIn(7) ? null : $"F{dice.Next(12)}";
        var corrects = dice.OneIn(4) ? $"F{dice.Next(12)}" : null;
        return fact with
        {
            Id = id,
            OccurredAt = new ReportedTime(occurred, (short)(60 * dice.Next(2))),
            ReceivedAt = Given.At(20 * dice.Next(6)),
            Corrects = dice.OneIn(9) && id is not null ? id : corrects,
            Withdraws = corrects is not null && dice.OneIn(3),
        };
    }

    private static Fact Scan(Dice dice) => Complete(dice, new Scan
    {
        Number = Number(dice),
        Source = Given.Carrier,
        OccurredAt = default,
        ReceivedAt = 0,
        ReportedBy = Given.CarrierKey,
        Status = dice.Of(Statuses),
        Place = dice.Of(Places) is { } place ? Given.Place(place) : null,
        Customs = (CustomsReport)dice.Next(4),
        Packing = dice.OneIn(3) ? new Packing(dice.Of("BOX1", "BOX2"), dice.OneIn(3)) : null,
    });

    private static Fact Manifest(Dice dice) => Complete(dice, new Manifest
    {
        Number = dice.OneIn(8) ? Given.Bill.Sibling("P1") : Given.Bill,
        Source = Given.Carrier,
        OccurredAt = default,
        ReceivedAt = 0,
        ReportedBy = Given.CarrierKey,
        Origin = dice.OneIn(3) ? null : Given.Place("CN"),
        Destination = dice.OneIn(3) ? null : Given.Place(dice.Of(Territories)),
        Pieces = [.. new[] { "P1", "P2", "P3" }.Take(dice.Next(4))],
        PieceCount = dice.OneIn(3) ? dice.Next(5) : null,
    });

    private static Fact Dispatch(Dice dice)
    {
        var marketplace = dice.OneIn(3) ? "souk" : "bazaar";
        return Complete(dice, new Dispatch
        {
            Number = Given.Bill,
            Source = marketplace,
            OccurredAt = default,
            ReceivedAt = 0,
            ReportedBy = new Actor(marketplace, "key", ActorRole.Partner),
            Seller = SellerKey.Parse($"{marketplace}/s{dice.Next(3)}"),
        });
    }

    private static Fact Decision(Dice dice)
    {
        var authority = dice.Of(Authorities);
        return Complete(dice, new Decision
        {
            Number = Number(dice),
            Source = authority,
            OccurredAt = default,
            ReceivedAt = 0,
            ReportedBy = dice.OneIn(4) ? Given.CarrierKey : new Actor(authority, "key", ActorRole.Partner),
            Kind = dice.OneIn(3) ? dice.Of(DecisionKind.HoldPlaced, DecisionKind.HoldRemoved, DecisionKind.Released) : dice.Of(Decisions),
            Territory = dice.Of(Territories),
            Procedure = dice.OneIn(4) ? CustomsProcedure.Export : CustomsProcedure.Import,
            Sequence = dice.OneIn(3) ? dice.Next(5) : null,
            Pieces = dice.OneIn(3) ? [$"P{1 + dice.Next(4)}"] : [],
            PieceCount = dice.OneIn(5) ? dice.Next(4) : null,
            Permits = dice.OneIn(2) ? (ClearancePurpose)dice.Next(6) : null,
            Deletes = dice.OneIn(2) ? $"F{dice.Next(12)}" : null,
            Hold = dice.OneIn(5) ? null : new HoldTerms
            {
                Kind = dice.OneIn(3) ? null : dice.Of(Kinds),
                Reference = dice.OneIn(3) ? $"R{dice.Next(3)}" : dice.OneIn(4) ? $"F{dice.Next(12)}" : null,
                Code = dice.OneIn(2) ? $"{dice.Next(2)}H" : null,
                Port = dice.OneIn(2) ? $"470{dice.Next(2)}" : null,
            },
        });
    }

    private static ShipmentNumber Number(Dice dice) => dice.Of(Numbers) is { } piece ? Given.Bill.Sibling(piece) : Given.Bill;
}
