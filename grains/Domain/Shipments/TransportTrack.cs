using Tracking.Contracts.Statuses;

namespace Tracking.Domain.Shipments;

/// <summary>Folds scans into transport statuses: of the bill, and of each piece that is scanned by itself.</summary>
/// <param name="bill">The bill's number.</param>
/// <param name="reuseInterval">How long after an end the number is not used again.</param>
/// <param name="start">How far the bill has come by what was folded before; pieces have none.</param>
internal sealed class TransportTrack(string bill, TimeSpan reuseInterval, Journey start = default)
{
    // Of those that were scanned by themselves; most shipments have none.
    private Dictionary<string, Leg>? pieces;
    private Leg own = start.Own;

    // The last of what was said of any piece by itself before its end.
    private Leg underWay;
    private ImmutableArray<string> named = [];
    private int pieceCount = 1;
    private long? endedAt = start.EndedAt;

    /// <summary>How far the bill has come, for a fold that goes on from here.</summary>
    public Journey Journey => new(own, endedAt, PossiblyReused);

    public TransportStatus Status => Slowest().Status;

    public long? Since => Slowest() is { Order: not null } leg ? leg.Order.Value.Time : null;

    public bool PossiblyReused { get; private set; } = start.PossiblyReused;

    public ImmutableArray<TransportStatus> PieceStatuses =>
        pieces is null ? [] : [.. named.Select(p => pieces.TryGetValue(p, out var leg) ? leg.Status : own.Status)];

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
            foreach (var piece in pieces?.Keys ?? Enumerable.Empty<string>())
            {
                pieces![piece] = pieces[piece].Next(status, fact);
            }
        }
        else
        {
            pieces ??= new(StringComparer.Ordinal);
            var leg = (pieces.TryGetValue(about, out var known) ? known : own).Next(status, fact);
            pieces[about] = leg;
            underWay = leg.Status.IsTerminal() ? underWay : Later(leg, underWay);
        }

        if (Slowest().Status.IsTerminal())
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
        // Nothing was said of the other pieces yet: what was scanned speaks for all, as long as it is under way.
        var others = own.Order is null ? underWay : own;
        if (pieces is null)
        {
            return others;
        }

        Leg? slowest = pieces.Count < pieceCount ? others : null;
        foreach (var leg in pieces.Values)
        {
            slowest = slowest is { } other && Compare(other, leg) <= 0 ? other : leg;
        }

        return slowest ?? own;
    }

    // The one that has made less of its way comes first; of two that are as far, the one that was scanned last.
    private static int Compare(Leg a, Leg b)
    {
        var byProgress = Progress(a.Status).CompareTo(Progress(b.Status));
        return byProgress != 0 ? byProgress : Later(a, b) == a ? -1 : 1;
    }

    private static int Progress(TransportStatus status) => status.Main() switch
    {
        TransportStatus.NoNews => 0,
        TransportStatus.Announced => 1,
        TransportStatus.Accepted => 2,
        TransportStatus.InTransit or TransportStatus.AtBorder or TransportStatus.Exception => 3,
        TransportStatus.OutForDelivery or TransportStatus.AvailableForCollection or TransportStatus.Attempted => 4,
        TransportStatus.Returning => 5,
        _ => 6,
    };

    private static Leg Later(Leg a, Leg b) => a.Order is { } x && (b.Order is not { } y || x > y) ? a : b;
}
