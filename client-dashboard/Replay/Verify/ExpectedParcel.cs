using Tracking.Contracts.Statuses;

namespace Tracking.Dashboard.Replay.Verify;

/// <summary>What the API must say of a shipment.</summary>
internal sealed record ExpectedParcel(string Number, TransportStatus Status, DateTimeOffset Since, string? Seller, string Order);

/// <summary>What the API must count for a seller.</summary>
internal sealed class ExpectedSeller
{
    public long Shipments { get; set; }

    public long Announced { get; set; }

    public long InTransit { get; set; }

    public long Delivered { get; set; }

    public long Cancelled { get; set; }
}
