namespace Tracking.Domain.Shipments;

/// <summary>
/// Where a fold has come to. Nearly every fact is a scan that comes last in the order, of a shipment without holds, pieces
/// and corrections: the picture goes on from here, and is the same as if all were folded anew.
/// </summary>
/// <param name="Journey">How far it has come.</param>
/// <param name="Route">Its route.</param>
/// <param name="Last">The last fact in the order.</param>
internal sealed record Trail(Journey Journey, RouteTrack Route, OrderedFact Last)
{
    /// <summary>Whether a fact can go on from here.</summary>
    public bool LeadsTo(in FactMark next) => next.Detail is null && !FactOrder.IsInFuture(next) && Order(next, 0) > Last;

    /// <summary>The picture after one more scan.</summary>
    /// <param name="before">The picture before it.</param>
    /// <param name="bill">The shipment's number.</param>
    /// <param name="rules">What is configured for its carrier.</param>
    /// <param name="scan">A scan that this trail leads to.</param>
    /// <param name="index">Its place among all facts.</param>
    public Folded After(ShipmentPicture before, string bill, CarrierRules rules, in FactMark scan, int index)
    {
        var order = Order(scan, index);
        var track = new TransportTrack(bill, rules.ReuseInterval, Journey);
        track.SetPieces([], before.PieceCount);
        track.Scan(bill, scan.Status, order);
        var route = Route.After(scan);
        var trail = new Trail(track.Journey, route, order);
        var arrived = route.ArrivedAs(Route) ? before.ArrivedIn : route.ArrivedIn(before.Destination);
        return new Folded(trail.Draw(before, rules, arrived), trail);
    }

    /// <summary>The picture at the end of this trail.</summary>
    /// <param name="ground">Any picture from which the same trail began: the rest of it stays.</param>
    /// <param name="rules">What is configured for its carrier.</param>
    /// <param name="arrivedIn">The territories that the route has arrived in.</param>
    public ShipmentPicture Draw(ShipmentPicture ground, CarrierRules rules, ImmutableArray<string> arrivedIn) => ground with
    {
        Status = Journey.Own.Status,
        StatusSince = Journey.Own.Order?.Time,
        LastPlace = Route.LastPlace,
        LastAt = Last.Time,
        Border = Route.Border(ground.Origin, ground.Destination, rules.Domestic),
        Departed = Route.HasDeparted(ground.Origin),
        ArrivedIn = arrivedIn,
        Whereabouts = Route.Whereabouts(ground.Destination),
        PossiblyReused = Journey.PossiblyReused,
    };

    private static OrderedFact Order(in FactMark scan, int index) => new(scan.OccurredAt, scan.Rank, scan.Key, index);
}
