using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;
using Tracking.Domain.Orders;
using Tracking.Domain.Shipments;

namespace Tracking.Journal.Orders;

/// <summary>
/// The read side with the orders that are in force and not written into all streams yet, so that page and belt never say
/// opposite things: for as long as a sweep is under way the streams of the rows on a page are looked at. Counts follow the sweep.
/// </summary>
internal sealed class OverlaidReader(IJournalStore store, TimeProvider time) : IJournalReader
{
    public ValueTask<FeedCursor> ReadEndAsync(CancellationToken cancellationToken) => store.ReadEndAsync(cancellationToken);

    public ValueTask<FeedPage> ReadFeedAsync(FeedCursor after, bool notableOnly, int max, CancellationToken cancellationToken) =>
        store.ReadFeedAsync(after, notableOnly, max, cancellationToken);

    public ValueTask<SellerCounts> ReadCountsAsync(string scope, CancellationToken cancellationToken) => store.ReadCountsAsync(scope, cancellationToken);

    public ValueTask<ImmutableDictionary<Guid, PartyDetails>> ReadPartiesAsync(IReadOnlyList<Guid> references, CancellationToken cancellationToken) =>
        store.ReadPartiesAsync(references, cancellationToken);

    public async ValueTask<ImmutableArray<ShipmentRow>> ReadRowsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        await OverlayAsync(await store.ReadRowsAsync(numbers, cancellationToken), cancellationToken);

    public async ValueTask<ShipmentPage> ListShipmentsAsync(ShipmentFilter filter, CancellationToken cancellationToken)
    {
        var page = await store.ListShipmentsAsync(filter, cancellationToken);
        var rows = await OverlayAsync(page.Rows, cancellationToken);
        return page with { Rows = filter.Held is { } held ? rows.RemoveAll(row => row.OpenHolds > 0 != held) : rows };
    }

    public async ValueTask<ImmutableArray<HoldRow>> ReadHoldsAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken)
    {
        var rows = await store.ReadHoldsAsync(numbers, cancellationToken);
        var pending = await store.Orders.ReadPendingAsync(cancellationToken);
        if (pending.IsEmpty)
        {
            return rows;
        }

        var states = await ReadStatesAsync(numbers, pending, cancellationToken);
        return
        [
            .. rows.Where(row => row.Order is null || !pending.ContainsKey(row.Order)),
            .. states.Values.SelectMany(s => HeadRules.OpenHolds(s.Seen)).Where(row => row.Order is not null && pending.ContainsKey(row.Order)),
        ];
    }

    public async ValueTask<HoldPage> ListHoldsAsync(string? after, int limit, CancellationToken cancellationToken)
    {
        var page = await store.ListHoldsAsync(after, limit, cancellationToken);
        var pending = await store.Orders.ReadPendingAsync(cancellationToken);

        // Holds of orders that have ended are left out; those of orders that begin are not in the queue before they are written.
        return page with { Rows = page.Rows.RemoveAll(row => row.Order is { } order && pending.TryGetValue(order, out var standing) && standing is null) };
    }

    private async ValueTask<ImmutableArray<ShipmentRow>> OverlayAsync(ImmutableArray<ShipmentRow> rows, CancellationToken cancellationToken)
    {
        var pending = rows.IsEmpty ? [] : await store.Orders.ReadPendingAsync(cancellationToken);
        if (pending.IsEmpty)
        {
            return rows;
        }

        var numbers = rows.Select(NumberOf).ToList();
        var states = await ReadStatesAsync(numbers, pending, cancellationToken);
        return [.. rows.Select(row => states.TryGetValue(NumberOf(row), out var state)
            ? row with { OpenHolds = row.OpenHolds + state.Seen.Picture.OpenHolds - state.Written.Picture.OpenHolds }
            : row)];
    }

    private async ValueTask<Dictionary<ShipmentNumber, (ShipmentState Written, ShipmentState Seen)>> ReadStatesAsync(
        IReadOnlyList<ShipmentNumber> numbers, ImmutableDictionary<string, OrderInForce?> pending, CancellationToken cancellationToken)
    {
        var index = new OrderIndex();
        foreach (var order in pending.Values.OfType<OrderInForce>())
        {
            index.Set(order);
        }

        var now = RowReader.Microseconds(time.GetUtcNow());
        var states = new Dictionary<ShipmentNumber, (ShipmentState, ShipmentState)>(numbers.Count);
        foreach (var loaded in await store.LoadAsync([.. numbers.Distinct()], cancellationToken))
        {
            var written = ShipmentState.Empty(loaded.Number, CarrierRules.Default).After(loaded.Events);
            states[loaded.Number] = (written, written.AsIfAfter(OrderRules.Reconcile(written, index, now, pending.ContainsKey)));
        }

        return states;
    }

    private static ShipmentNumber NumberOf(ShipmentRow row) => Events.Stored.StoredNumber.Read(row.Carrier, row.Number);
}
