using Tracking.Contracts.Orders;

namespace Tracking.Contracts.Sellers;

/// <summary>A standing order on a seller, as whoever may ask about him may see it. Silent orders are none of these.</summary>
/// <param name="Order">The order, as owner/id.</param>
/// <param name="Effect">What it does.</param>
/// <param name="Reason">Why.</param>
/// <param name="Confidence">How sure its owner is, 0 to 100.</param>
/// <param name="PlacedAt">When it was placed.</param>
/// <param name="ExpiresAt">When it runs out; null where it stands until it is lifted.</param>
/// <param name="Objections">How many objections there are to it.</param>
[GenerateSerializer, Immutable, Alias("tracking.seller-order.v1")]
public sealed record SellerOrder(
    [property: Id(0)] string Order,
    [property: Id(1)] OrderEffect Effect,
    [property: Id(2)] string Reason,
    [property: Id(3)] int Confidence,
    [property: Id(4)] DateTimeOffset PlacedAt,
    [property: Id(5)] DateTimeOffset? ExpiresAt,
    [property: Id(6)] int Objections);
