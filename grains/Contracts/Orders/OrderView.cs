using Tracking.Contracts.Access;

namespace Tracking.Contracts.Orders;

/// <summary>A standing order with what became of it.</summary>
[GenerateSerializer, Immutable, Alias("tracking.order-view.v1")]
public sealed record OrderView
{
    /// <summary>The order.</summary>
    [Id(0)] public required StandingOrder Order { get; init; }
    /// <summary>The epoch of its placing: orders and what becomes of them are numbered in the order in which they came into force.</summary>
    [Id(1)] public long Epoch { get; init; }
    /// <summary>Whether it stands, was lifted, or ran out.</summary>
    [Id(2)] public OrderState State { get; init; }
    /// <summary>When it was lifted or ran out, microseconds since 1970 UTC; null while it stands.</summary>
    [Id(3)] public long? EndedAt { get; init; }
    /// <summary>How far it is written into the shipments' streams, or taken out of them.</summary>
    [Id(4)] public OrderSweep Sweep { get; init; } = new(0, 0, false);
    /// <summary>Everything that happened to it, in order; the placing first.</summary>
    [Id(5)] public ImmutableArray<OrderChange> Changes { get; init; } = [];
    /// <summary>How many objections there are to it.</summary>
    [Id(6)] public int Objections { get; init; }
}

/// <summary>Whether a standing order stands.</summary>
public enum OrderState : byte
{
    /// <summary>It stands.</summary>
    Standing = 0,
    /// <summary>It was lifted.</summary>
    Lifted = 1,
    /// <summary>It ran out.</summary>
    Expired = 2,
}

/// <summary>How far the last change of an order is written into the shipments' streams.</summary>
/// <param name="Matched">Shipments found so far that it concerns.</param>
/// <param name="Written">Of them, those whose stream says so.</param>
/// <param name="Done">Whether all were looked at.</param>
[GenerateSerializer, Immutable, Alias("tracking.order-sweep.v1")]
public sealed record OrderSweep([property: Id(0)] long Matched, [property: Id(1)] long Written, [property: Id(2)] bool Done);

/// <summary>Something that happened to an order.</summary>
/// <param name="Epoch">Its epoch: in the order of commits, over all orders.</param>
/// <param name="Kind">What.</param>
/// <param name="At">When, microseconds since 1970 UTC.</param>
/// <param name="By">Who did it.</param>
/// <param name="Reason">Why; null where nobody has to say.</param>
/// <param name="Shipment">For a clearing: the shipment, as carrier/number.</param>
[GenerateSerializer, Immutable, Alias("tracking.order-change.v1")]
public sealed record OrderChange(
    [property: Id(0)] long Epoch,
    [property: Id(1)] OrderChangeKind Kind,
    [property: Id(2)] long At,
    [property: Id(3)] Actor By,
    [property: Id(4)] string? Reason,
    [property: Id(5)] string? Shipment);

/// <summary>What can happen to an order.</summary>
public enum OrderChangeKind : byte
{
    /// <summary>It was placed.</summary>
    Placed = 0,
    /// <summary>Its owner lifted it.</summary>
    Lifted = 1,
    /// <summary>It ran out.</summary>
    Expired = 2,
    /// <summary>One shipment was cleared of it.</summary>
    Cleared = 3,
    /// <summary>Somebody objected to it.</summary>
    Contested = 4,
}
