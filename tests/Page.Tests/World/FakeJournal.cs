using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal;

namespace Tracking.Page.Tests.World;

/// <summary>A journal in memory that a test writes by hand. Positions are opaque, as in a real one.</summary>
internal sealed class FakeJournal : IJournalReader
{
    private const string Epoch = "e1.";
    private readonly Lock _gate = new();
    private readonly Dictionary<ShipmentNumber, FakeShipment> _shipments = [];
    private readonly List<FakeShipment> _newestLast = [];
    private readonly List<(FeedEvent Event, bool Notable)> _feed = [];
    private DateTimeOffset _now = new(2026, 3, 2, 9, 0, 0, TimeSpan.FromHours(8));
    private int _facts;

    /// <summary>The seller of every shipment whose number does not say another.</summary>
    public static SellerKey Seller { get; } = SellerOf("acme-outlet");

    /// <summary>Whether every read fails, as when the store cannot be reached.</summary>
    public bool Unreachable { get; set; }

    /// <summary>The positions of all notable events.</summary>
    public IReadOnlyList<string> NotablePositions
    {
        get
        {
            lock (_gate)
            {
                return [.. _feed.Where(entry => entry.Notable).Select(entry => entry.Event.Position.Text)];
            }
        }
    }

    public static SellerKey SellerOf(string account) => SellerKey.TryCreate("bazaar", account, out var key) ? key : throw new ArgumentException(account);

    public static ShipmentNumber NumberOf(string number, string carrier = "dhl") =>
        ShipmentNumber.TryCreate(carrier, number, out var key) ? key : throw new ArgumentException(number);

    public ShipmentView? View(ShipmentNumber number) => Read(() => _shipments.GetValueOrDefault(number)?.View);

    public void Scan(ShipmentNumber number, TransportStatus status, string locode = "CNSZX", SellerKey? seller = null) =>
        Write(number, seller, shipment => new ScanReported(shipment.Scan(status, _now, locode)), notable: status.Main() == TransportStatus.Exception);

    public void Hold(ShipmentNumber number, HoldKind kind, string reason = "Suspected counterfeit") =>
        Write(number, null, shipment => new DecisionReported(shipment.Hold(kind, _now, reason)), notable: true);

    public void Lift(ShipmentNumber number) =>
        Write(number, null, shipment => new DecisionReported(shipment.LiftAll(_now)), notable: true);

    public ValueTask<FeedCursor> ReadEndAsync(CancellationToken cancellationToken) => new(Read(() => Cursor(_feed.Count)));

    public ValueTask<FeedPage> ReadFeedAsync(FeedCursor after, bool notableOnly, int max, CancellationToken cancellationToken) => new(Read(() =>
    {
        if (!after.Text.StartsWith(Epoch, StringComparison.Ordinal) || !int.TryParse(after.Text[Epoch.Length..], out var from))
        {
            throw new FeedLostException();
        }

        var found = _feed.Skip(from).Where(entry => entry.Notable || !notableOnly).Take(max).Select(entry => entry.Event).ToImmutableArray();
        return new FeedPage(found, found.Length == max ? found[^1].Position : Cursor(_feed.Count), TimeSpan.Zero);
    }));

    public ValueTask<ImmutableArray<ShipmentRow>> ReadRowsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        new(Read(() => numbers.Where(_shipments.ContainsKey).Select(number => _shipments[number].Row).ToImmutableArray()));

    public ValueTask<ImmutableArray<HoldRow>> ReadHoldsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        new(Read(() => numbers.Where(_shipments.ContainsKey).SelectMany(number => _shipments[number].OpenHolds).ToImmutableArray()));

    public ValueTask<ShipmentPage> ListShipmentsAsync(ShipmentFilter filter, CancellationToken cancellationToken) => new(Read(() =>
    {
        var skip = filter.After is null ? 0 : int.Parse(filter.After);
        var rows = Enumerable.Reverse(_newestLast).Select(shipment => shipment.Row).Where(row =>
            (filter.Status is null || row.Status.Main() == filter.Status)
            && (filter.Held is null || row.OpenHolds > 0 == filter.Held)
            && (filter.Violated is null || row.Violations > 0 == filter.Violated)
            && (filter.Seller is null || row.Seller == filter.Seller)
            && (filter.Carrier is null || row.Carrier == filter.Carrier)
            && (filter.NumberPrefix is null || row.Number.StartsWith(filter.NumberPrefix, StringComparison.Ordinal))).ToList();
        var page = rows.Skip(skip).Take(filter.Limit).ToImmutableArray();
        return new ShipmentPage(page, skip + page.Length < rows.Count ? $"{skip + page.Length}" : null);
    }));

    public ValueTask<HoldPage> ListHoldsAsync(string? after, int limit, CancellationToken cancellationToken) => new(Read(() =>
    {
        var skip = after is null ? 0 : int.Parse(after);
        var all = _newestLast.SelectMany(shipment => shipment.OpenHolds).OrderByDescending(hold => hold.PlacedAt).ToList();
        var page = all.Skip(skip).Take(limit).ToImmutableArray();
        return new HoldPage(page, skip + page.Length < all.Count ? $"{skip + page.Length}" : null, all.Count);
    }));

    public ValueTask<SellerCounts> ReadCountsAsync(string scope, CancellationToken cancellationToken) => new(Read(() =>
    {
        var rows = _newestLast.Select(shipment => shipment.Row).Where(row => scope.Length == 0 || row.Seller == scope).ToList();
        return new SellerCounts
        {
            Shipments = rows.Count,
            InTransit = rows.Count(row => row.Status.IsInTransit()),
            Held = rows.Count(row => row.OpenHolds > 0),
            Released = rows.Count(row => row.Customs == CustomsStatus.Released),
            Facts = _facts,
        };
    }));

    public ValueTask<ImmutableDictionary<Guid, PartyDetails>> ReadPartiesAsync(IReadOnlyList<Guid> references, CancellationToken cancellationToken) =>
        new(ImmutableDictionary<Guid, PartyDetails>.Empty);

    private static FeedCursor Cursor(int count) => new($"{Epoch}{count}");

    private void Write(ShipmentNumber number, SellerKey? seller, Func<FakeShipment, ShipmentEvent> act, bool notable)
    {
        lock (_gate)
        {
            _now = _now.AddSeconds(37);
            if (!_shipments.TryGetValue(number, out var shipment))
            {
                shipment = _shipments[number] = new FakeShipment(number, seller ?? Seller);
                _newestLast.Add(shipment);
            }

            var value = act(shipment);
            _facts++;
            _feed.Add((new FeedEvent(Cursor(_feed.Count + 1), number, shipment.Version, value), notable));
        }
    }

    private T Read<T>(Func<T> read)
    {
        if (Unreachable)
        {
            throw new JournalUnavailableException("The test has made the journal unreachable.", new TimeoutException());
        }

        lock (_gate)
        {
            return read();
        }
    }
}
