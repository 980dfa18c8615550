using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
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
    public ImmutableArray<FactMark> Facts { get; private init; } = [];

    /// <summary>Links to pieces, or to the bill that this number belongs to.</summary>
    public LinkState Links { get; private init; } = LinkState.None;

    /// <summary>When the carrier was told of single holds by a clearance answer, by the hold's id.</summary>
    public ImmutableDictionary<string, long> Told { get; private init; } = ImmutableDictionary<string, long>.Empty;

    /// <summary>What the facts add up to.</summary>
    public ShipmentPicture Picture { get; private init; } = ShipmentPicture.Empty;

    /// <summary>A number of which nothing is known.</summary>
    /// <param name="number">The number.</param>
    /// <param name="rules">What is configured for its carrier.</param>
    public static ShipmentState Empty(ShipmentNumber number, CarrierRules rules) => new(number, rules);

    /// <summary>The state after some events.</summary>
    /// <param name="events">Events, in the order of the stream.</param>
    public ShipmentState After(ImmutableArray<ShipmentEvent> events)
    {
        var facts = ImmutableArray.CreateBuilder<FactMark>(Facts.Length + events.Length);
        facts.AddRange(Facts);
        var (links, told) = (Links, Told);
        foreach (var next in events)
        {
            switch (next)
            {
                case FactEvent { Fact: var fact }:
                    facts.Add(FactMark.Of(fact, FactKeys.Of(fact), FactKeys.Content(fact), Number.Number));
                    break;
                case PieceAnswered answered:
                    links = links.After(answered);
                    break;
                case LinkTold linkTold:
                    links = links.After(linkTold);
                    break;
                case HoldMadeKnown known:
                    told = told.TryGetValue(known.Hold, out var at) && at <= known.At ? told : told.SetItem(known.Hold, known.At);
                    break;
            }
        }

        var all = facts.Count == Facts.Length ? Facts : facts.DrainToImmutable();
        return this with
        {
            Version = Version + events.Length,
            Facts = all,
            Links = links,
            Told = told,
            Picture = ShipmentFold.Fold(Number, all, links, told, Rules),
        };
    }
}
