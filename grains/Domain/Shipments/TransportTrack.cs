using Tracking.Contracts.Statuses;

namespace Tracking.Domain.Shipments;

/// <summary>Folds scans into transport statuses: of the bill, and of each piece that is scanned by itself.</summary>
internal sealed class TransportTrack(string bill, TimeSpan reuseInterval)
{
    private readonly Dictionary<string, Leg> pieces = new(StringComparer.Ordinal);
    private Leg own;
    private ImmutableArray<string> named = [];
    private int pieceCount = 1;
    private long? endedAt;

    public TransportStatus Status => Slowest().Status;

    public long? Since => Slowest() is { Order: not null } leg ? leg.Order.Value.Time : null;

    public bool PossiblyReused { get; private set; }

    public ImmutableArray<TransportStatus> PieceStatuses =>
        pieces.Count == 0 ? [] : [.. named.Select(p => pieces.TryGetValue(p, out var leg) ? Later(leg, own).Status : own.Status)];

    public void SetPieces(ImmutableArray<string> numbers, int count) => (named, pieceCount) = (numbers, count);

    /// <summary>A manifest, announcement or acceptance: after an end it may be another parcel under the same number.</summary>
    public void Begin(long time)
    {
        if (endedAt is { } end && time > end && time - end < (long)reuseInterval.TotalMicroseconds)
        {
            PossiblyReused = true;
        }
    }

    public void Scan(string about, TransportStatus status, OrderedFact fact)
    {
        if (status == TransportStatus.NoNews)
        {
            return;
        }

        if (status.Main() is TransportStatus.Announced or TransportStatus.Accepted)
        {
            Begin(fact.Time);
        }

        if (about == bill || !named.Contains(about))
        {
            own = own.Next(status, fact);
            foreach (var piece in pieces.Keys)
            {
                pieces[piece] = pieces[piece].Next(status, fact);
            }
        }
        else
        {
            pieces[about] = (pieces.TryGetValue(about, out var leg) ? leg : own).Next(status, fact);
        }

        if (Slowest().Status is var now && IsEnd(now))
        {
            endedAt ??= fact.Time;
        }
        else
        {
            endedAt = null;
        }
    }

    // The bill is where its slowest piece is: it is not delivered while a piece is under way.
    private Leg Slowest()
    {
        var slowest = default(Leg?);
        if (pieces.Count < pieceCount)
        {
            slowest = own;
        }

        foreach (var leg in pieces.Values)
        {
            slowest = slowest is not { } other ? leg : IsEnd(leg.Status) == IsEnd(other.Status) ? Later(leg, other) : IsEnd(leg.Status) ? other : leg;
        }

        // Nothing was said of the other pieces yet: what was scanned speaks for all.
        return slowest is { Order: null } && pieces.Count > 0 ? pieces.Values.Aggregate(Later) : slowest ?? own;
    }

    private static Leg Later(Leg a, Leg b) => a.Order is { } x && (b.Order is not { } y || x > y) ? a : b;

    private static bool IsEnd(TransportStatus status) =>
        status.Main() is TransportStatus.Delivered or TransportStatus.Returned or TransportStatus.Destroyed;

    private readonly record struct Leg(TransportStatus Status, OrderedFact? Order)
    {
        // Carriers do rescan: after the end only what begins a delivery or return anew reopens.
        public Leg Next(TransportStatus status, OrderedFact fact) =>
            IsEnd(Status) && !(status.Main() is TransportStatus.OutForDelivery or TransportStatus.Attempted or TransportStatus.Returning || IsEnd(status))
                ? this
                : new Leg(status, fact);
    }
}
