using Tracking.Contracts.Statuses;
using Tracking.Dashboard.Replay.Olist;

namespace Tracking.Dashboard.Replay.Verify;

/// <summary>
/// Counts parcels and sellers straight from the rows. It shares the reading of the files with the replay, and nothing
/// of what happens to facts afterwards: it is there to find the product's errors.
/// </summary>
internal sealed class OlistRecount
{
    private OlistRecount(IReadOnlyList<ExpectedParcel> parcels, IReadOnlyDictionary<string, ExpectedSeller> sellers) =>
        (Parcels, Sellers) = (parcels, sellers);

    public IReadOnlyList<ExpectedParcel> Parcels { get; }

    public IReadOnlyDictionary<string, ExpectedSeller> Sellers { get; }

    public static OlistRecount Of(OlistFolder folder)
    {
        // Two pairs whose digits agree have one number, and are one shipment to the carrier.
        var parcels = folder.Parcels
            .Where(parcel => parcel.Order.Latest is not null)
            .GroupBy(parcel => parcel.Number, StringComparer.Ordinal)
            .Select(group => Recount(group.Key, [.. group]))
            .ToList();
        var sellers = folder.Sellers.ToDictionary(seller => seller, _ => new ExpectedSeller(), StringComparer.Ordinal);
        foreach (var parcel in parcels)
        {
            if (parcel.Seller is { } seller)
            {
                Count(sellers[seller], parcel.Status);
            }
        }

        return new OlistRecount(parcels, sellers);
    }

    private static ExpectedParcel Recount(string number, IReadOnlyList<OlistParcel> pairs)
    {
        var scans = pairs.SelectMany(pair => Scans(pair.Order)).OrderBy(scan => scan.At).ThenBy(scan => Rank(scan.Status));
        var status = TransportStatus.NoNews;
        var since = DateTimeOffset.MinValue;
        foreach (var (scan, at) in scans)
        {
            // Nothing but another delivery follows a delivery.
            if (status != TransportStatus.Delivered || scan == TransportStatus.Delivered)
            {
                (status, since) = (scan, at);
            }
        }

        var told = pairs
            .Where(pair => (pair.Order.Approved ?? pair.Order.Purchased) is not null)
            .OrderBy(pair => pair.Order.Approved ?? pair.Order.Purchased)
            .LastOrDefault();
        return new ExpectedParcel(number, status, since, told?.Seller, told?.Order.Id ?? "");
    }

    private static IEnumerable<(TransportStatus Status, DateTimeOffset At)> Scans(OlistOrder order)
    {
        if (order.Purchased is { } purchased)
        {
            yield return (TransportStatus.Announced, purchased);
        }

        if (order.HandedOver is { } handedOver)
        {
            yield return (TransportStatus.Accepted, handedOver);
        }

        if (order.Delivered is { } delivered)
        {
            yield return (TransportStatus.Delivered, delivered);
        }

        if (order.IsCancelled && order.Latest is { } latest)
        {
            yield return (TransportStatus.Cancelled, latest);
        }
    }

    // Of one time: as a parcel's life goes, delivered last.
    private static int Rank(TransportStatus status) => status switch
    {
        TransportStatus.Announced => 0,
        TransportStatus.Accepted => 1,
        TransportStatus.Cancelled => 2,
        _ => 3,
    };

    private static void Count(ExpectedSeller seller, TransportStatus status)
    {
        seller.Shipments++;
        switch (status)
        {
            case TransportStatus.Announced:
                seller.Announced++;
                break;
            case TransportStatus.Accepted:
                seller.InTransit++;
                break;
            case TransportStatus.Delivered:
                seller.Delivered++;
                break;
            case TransportStatus.Cancelled:
                seller.Cancelled++;
                break;
            default:
                break;
        }
    }
}
