using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Clocks;
using Tracking.Domain.Holds;
using Tracking.Domain.Orders;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Shipments;

/// <summary>What a shipment's grain keeps in memory: marks of facts, links, what the carrier was told, and the picture they add up to.</summary>
public sealed record ShipmentState
{
    private ShipmentState(ShipmentNumber number, CarrierRules rules) => (Number, Rules) = (number, rules);

    /// <summary>The number that the stream is about.</summary>
    public ShipmentNumber Number { get; }

    /// <summary>What is configured for its carrier.</summary>
    public CarrierRules Rules { get; }

    /// <summary>The stream's version: how many events it has.</summary>
    public int Version { get; private init; }

    /// <summary>Facts in the order of their arrival.</summary>
    public FactMarks Facts { get; private init; }

    /// <summary>Links to pieces, or to the bill that this number belongs to.</summary>
    public LinkState Links { get; private init; } = LinkState.None;

    /// <summary>When the carrier was told of single holds by a clearance answer, by the hold's id.</summary>
    public ImmutableDictionary<string, long> Told { get; private init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>What the stream says of standing orders, by order as owner/id.</summary>
    public ImmutableDictionary<string, OrderMark> Orders { get; private init; } = ImmutableDictionary<string, OrderMark>.Empty;

    /// <summary>What people decided about the cases of its holds, in the order of the stream.</summary>
    public ImmutableArray<CaseDecided> CaseChanges { get; private init; } = [];

    /// <summary>How far each deadline has come by the stream's own word.</summary>
    public ImmutableDictionary<DeadlineKey, DeadlineStepped> Steps { get; private init; } = ImmutableDictionary<DeadlineKey, DeadlineStepped>.Empty;

    /// <summary>Notices that were issued about its holds, in the order of the stream.</summary>
    public ImmutableArray<NoticeIssued> Notices { get; private init; } = [];

    /// <summary>What people closed: whatever of it the picture still has counts no more.</summary>
    public ImmutableArray<DiscrepancyClosed> Closed { get; private init; } = [];

    /// <summary>What the facts add up to.</summary>
    public ShipmentPicture Picture { get; private init; } = ShipmentPicture.Empty;

    /// <summary>A number of which nothing is known.</summary>
    /// <param name="number">The number.</param>
    /// <param name="rules">What is configured for its carrier.</param>
    public static ShipmentState Empty(ShipmentNumber number, CarrierRules rules) => new(number, rules);

    /// <summary>Where the picture's fold has come to.</summary>
    internal Trail? Trail { get; private init; }

    /// <summary>The picture of the last full fold, from which the trail leads to this one.</summary>
    internal ShipmentPicture Ground { get; private init; } = ShipmentPicture.Empty;

    /// <summary>The state after some events.</summary>
    /// <param name="events">Events, in the order of the stream.</param>
    /// <param name="marks">The marks of those that are facts, where they are known already.</param>
    public ShipmentState After(ImmutableArray<ShipmentEvent> events, ImmutableArray<FactMark> marks = default)
    {
        var added = marks.IsDefault ? MarksOf(events) : marks;
        var facts = Facts.With(added.AsSpan());
        var (links, told, orders) = (Links, Told, Orders);
        var (changes, steps) = (CaseChanges, Steps);
        var (notices, closed) = (Notices, Closed);
        foreach (var next in events)
        {
            switch (next)
            {
                case PieceAnswered answered:
                    links = links.After(answered);
                    break;
                case LinkTold linkTold:
                    links = links.After(linkTold);
                    break;
                case BoxNamed:
                    links = links with { IsBox = true };
                    break;
                case HoldMadeKnown known:
                    told = told.TryGetValue(known.Hold, out var at) && at <= known.At ? told : told.SetItem(known.Hold, known.At);
                    break;
                case OrderMatched matched:
                    orders = orders.SetItem(matched.Order, new OrderMark(matched, null));
                    break;
                case OrderReleased released when orders.TryGetValue(released.Order, out var mark):
                    orders = orders.SetItem(released.Order, mark with { FreedAt = released.At });
                    break;
                case CaseDecided decided:
                    changes = changes.Add(decided);
                    break;
                case DeadlineStepped stepped:
                    steps = steps.SetItem(stepped.Key, stepped);
                    break;
                case NoticeIssued notice:
                    notices = notices.Add(notice);
                    break;
                case DiscrepancyClosed closing:
                    closed = closed.Add(closing);
                    break;
            }
        }

        var onward = added.Length == events.Length ? GoesOn(facts) : null;
        var folded = onward ?? ShipmentFold.Fold(Number, facts, links, told, orders, Rules);
        return this with
        {
            Version = Version + events.Length,
            Facts = facts,
            Links = links,
            Told = told,
            Orders = orders,
            CaseChanges = changes,
            Steps = steps,
            Notices = notices,
            Closed = closed,
            Picture = folded.Picture,
            Trail = folded.Trail,
            Ground = onward is null ? folded.Picture : Ground,
        };
    }

    /// <summary>The same without what scans change, for <see cref="ShipmentMemory"/>.</summary>
    internal ShipmentState WithoutScans() => this with { Facts = default, Picture = Ground, Trail = null };

    /// <summary>From what <see cref="WithoutScans"/> left to the state at the end of a trail.</summary>
    internal ShipmentState With(int version, FactMarks facts, Trail trail, ImmutableArray<string> arrivedIn) => this with
    {
        Version = version,
        Facts = facts,
        Trail = trail,
        Picture = trail.Draw(Picture, Rules, arrivedIn),
    };

    /// <summary>The state as it will be when some events are written, at the version that it has.</summary>
    /// <param name="events">Events that are not written yet.</param>
    public ShipmentState AsIfAfter(ImmutableArray<ShipmentEvent> events) => events.IsEmpty ? this : After(events) with { Version = Version };

    /// <summary>The state with other holds in its picture.</summary>
    /// <param name="holds">The holds.</param>
    internal ShipmentState WithHolds(ImmutableArray<Hold> holds)
    {
        var picture = Picture with { Holds = holds };
        return this with { Picture = picture, Ground = picture, Trail = null };
    }

    private ImmutableArray<FactMark> MarksOf(ImmutableArray<ShipmentEvent> events)
    {
        var marks = ImmutableArray.CreateBuilder<FactMark>(events.Length);
        foreach (var next in events)
        {
            if (next is FactEvent { Fact: var fact })
            {
                marks.Add(FactMark.Of(fact, FactKeys.Of(fact), FactKeys.Content(fact), Number.Number));
            }
        }

        return marks.DrainToImmutable();
    }

    // What the new facts add to the picture, if each comes after all before it and says no more than where the shipment is.
    private Folded? GoesOn(FactMarks facts)
    {
        var folded = new Folded(Picture, Trail);
        for (var index = Facts.Length; index < facts.Length; index++)
        {
            ref readonly var next = ref facts[index];
            if (folded.Trail is not { } trail || !trail.LeadsTo(next))
            {
                return null;
            }

            folded = trail.After(folded.Picture, Number.Number, Rules, next, index);
        }

        return folded;
    }
}
