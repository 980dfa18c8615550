namespace Tracking.Grains.Sellers;

/// <summary>What is kept of a seller beside his shipments. Stored as JSON: names are never changed.</summary>
[GenerateSerializer, Alias("tracking.seller-record.v1")]
public sealed class SellerRecord
{
    /// <summary>When he was first heard of.</summary>
    [Id(0)] public DateTimeOffset? FirstSeen { get; set; }
}
