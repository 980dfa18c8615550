using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;

namespace Tracking.Journal.Tests.Recount;

/// <summary>Facts of all kinds about some shipments, late ones and doubles among them.</summary>
internal sealed class RandomFacts(int seed, int shipments)
{
    private const long Start = 1_790_000_000_000_000;
    private const long Minute = 60_000_000;

    private static readonly TransportStatus[] Statuses = Enum.GetValues<TransportStatus>();
    private static readonly DecisionKind[] Kinds = [DecisionKind.HoldPlaced, DecisionKind.HoldPlaced, DecisionKind.HoldRemoved, DecisionKind.Released, DecisionKind.Seized];
    private static readonly Actor Customs = new("us-cbp", "key", ActorRole.Partner);

    private readonly Random random = new(seed);
    private int facts;

    public IEnumerable<Fact> Next(int count) => Enumerable.Range(0, count).Select(_ => Next());

    public Fact Next()
    {
        var number = World.Number($"1Z{random.Next(shipments)}");
        var id = random.Next(10) == 0 ? $"f{random.Next(facts + 1)}" : $"f{++facts}";
        var at = new ReportedTime(Start + (random.Next(10_000) * Minute), 60);
        return random.Next(20) switch
        {
            0 => Dispatch(number, id, at, $"s{random.Next(5)}"),
            1 => Manifest(number, id, at, random.Next(2) == 0 ? [] : ["P1", "P2"]),
            2 or 3 or 4 => Decision(number, id, at),
            _ => World.Scan(number, id, Statuses[random.Next(Statuses.Length)]).Scan with { OccurredAt = at, ReceivedAt = at.Microseconds },
        };
    }

    public static Fact Seller(ShipmentNumber number, string seller) => Dispatch(number, $"d-{seller}", new ReportedTime(Start, 0), seller);

    public static Fact Hold(ShipmentNumber number) => Decision(number, "h1", new ReportedTime(Start, 0), DecisionKind.HoldPlaced, "R1");

    private Decision Decision(ShipmentNumber number, string id, ReportedTime at) => Decision(number, id, at, Kinds[random.Next(Kinds.Length)], $"R{random.Next(3)}");

    private static Dispatch Dispatch(ShipmentNumber number, string id, ReportedTime at, string seller) => new()
    {
        Number = number,
        Source = "bazaar",
        Id = id,
        OccurredAt = at,
        ReceivedAt = at.Microseconds,
        ReportedBy = Customs,
        Seller = SellerKey.Parse($"bazaar/{seller}"),
    };

    private static Manifest Manifest(ShipmentNumber number, string id, ReportedTime at, ImmutableArray<string> pieces) => new()
    {
        Number = number,
        Source = "ups",
        Id = id,
        OccurredAt = at,
        ReceivedAt = at.Microseconds,
        ReportedBy = World.Carrier,
        Origin = new Place("CN"),
        Destination = new Place("US"),
        Pieces = pieces,
    };

    private static Decision Decision(ShipmentNumber number, string id, ReportedTime at, DecisionKind kind, string reference) => new()
    {
        Number = number,
        Source = "us-cbp",
        Id = id,
        OccurredAt = at,
        ReceivedAt = at.Microseconds,
        ReportedBy = Customs,
        Kind = kind,
        Territory = "US",
        Hold = new HoldTerms { Kind = HoldKind.IprDetention, Reference = reference, Reason = "suspected counterfeit", Port = "4701", LegalBasis = "19 CFR 133.21" },
        Anchors = [new Anchor("presented", at)],
    };
}
