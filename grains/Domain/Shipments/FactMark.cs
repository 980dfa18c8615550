using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;

namespace Tracking.Domain.Shipments;

/// <summary>
/// What a grain remembers of a fact: 56 bytes for an ordinary scan. Texts stay in the stream; what the fold needs of a
/// decision, manifest or dispatch hangs on <see cref="Detail"/>.
/// </summary>
public readonly struct FactMark
{
    // As two halves: a UInt128 would be aligned to 16 bytes.
    private readonly ulong keyUpper;
    private readonly ulong keyLower;

    /// <summary>The key that it is known under.</summary>
    public UInt128 Key
    {
        get => new(keyUpper, keyLower);
        private init => (keyUpper, keyLower) = ((ulong)(value >> 64), (ulong)value);
    }

    /// <summary>When it happened, microseconds since 1970 UTC.</summary>
    public long OccurredAt { get; private init; }

    /// <summary>When it was first received, microseconds since 1970 UTC.</summary>
    public long ReceivedAt { get; private init; }

    /// <summary>Where a scan was made, as text that begins with the country; null where it did not say.</summary>
    public string? Place { get; private init; }

    /// <summary>The rarer parts: <see cref="ScanDetail"/>, <see cref="ManifestDetail"/>, <see cref="DispatchDetail"/> or <see cref="DecisionDetail"/>; null for an ordinary scan.</summary>
    public FactDetail? Detail { get; private init; }

    /// <summary>Hash of its content.</summary>
    public uint Content { get; private init; }

    /// <summary>A scan's status.</summary>
    public TransportStatus Status { get; private init; }

    /// <summary>Its rank among facts of one time.</summary>
    public byte Rank { get; private init; }

    /// <summary>What a scan says of customs.</summary>
    public CustomsReport Customs { get; private init; }

    /// <summary>Whether it is a scan.</summary>
    public bool IsScan => Detail is null or ScanDetail;

    /// <summary>Remembers a fact.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="key">Its key.</param>
    /// <param name="content">Its content's hash.</param>
    /// <param name="streamNumber">The number of the stream that it is remembered in.</param>
    public static FactMark Of(Fact fact, UInt128 key, uint content, string streamNumber)
    {
        ArgumentNullException.ThrowIfNull(fact);
        var scan = fact as Scan;
        return new FactMark
        {
            Key = key,
            Content = content,
            OccurredAt = fact.OccurredAt.Microseconds,
            ReceivedAt = fact.ReceivedAt,
            Place = PlaceNames.Shared(scan?.Place),
            Status = scan?.Status ?? TransportStatus.NoNews,
            Customs = scan?.Customs ?? CustomsReport.None,
            Rank = FactRank.Of(fact),
            Detail = FactDetail.CanBeLeftOut(fact, streamNumber) ? null : FactDetail.Of(fact),
        };
    }
}
