using System.Globalization;
using Tracking.Contracts.Orders;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Orders;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Orders;

/// <summary>How far changes are written into streams, and which streams they may concern.</summary>
internal static class OrderSweeps
{
    // More are under way only while orders are loaded by the thousand; pages then show the oldest first.
    private const int MostPending = 1_000;
    private const string Remaining = "SELECT count(*) FROM open_holds WHERE order_key = @key";

    /// <summary>Notes that a change must be written. An end leaves what is still to be written of the beginning undone.</summary>
    public static async ValueTask BeginAsync(SqlSession sql, string key, OrderChange change)
    {
        long matched = 0;
        if (change.Kind is OrderChangeKind.Lifted or OrderChangeKind.Expired)
        {
            matched = await sql.FirstAsync(Remaining, r => r.GetInt64(0), ("key", key));
            await sql.ExecuteAsync("UPDATE order_sweeps SET done = @yes WHERE epoch IN (SELECT epoch FROM order_changes WHERE key = @key)", ("yes", true), ("key", key));
        }

        await sql.ExecuteAsync(
            "INSERT INTO order_sweeps (epoch, matched, after) VALUES (@epoch, @matched, @after)",
            ("epoch", change.Epoch),
            ("matched", matched),
            ("after", sql.Key(Guid.Empty)));
    }

    /// <summary>The progress of the last change but clearings. What an order holds is counted where it is held, so that it is exact at any time.</summary>
    public static async ValueTask<OrderSweep> ProgressAsync(SqlSession sql, OrderView view, List<OrderChange> changes)
    {
        var last = changes.FindLast(c => c.Kind is OrderChangeKind.Placed or OrderChangeKind.Lifted or OrderChangeKind.Expired)!;
        var (matched, written, done) = await sql.FirstAsync(
            "SELECT matched, written, done FROM order_sweeps WHERE epoch = @epoch", r => (r.GetInt64(0), r.GetInt64(1), r.GetBoolean(2)), ("epoch", last.Epoch));
        if (view.Order.Effect is not (OrderEffect.Hold or OrderEffect.Stop))
        {
            return new OrderSweep(matched, written, done);
        }

        var held = await sql.FirstAsync(Remaining, r => r.GetInt64(0), ("key", view.Order.Key));
        return last.Kind == OrderChangeKind.Placed
            ? new OrderSweep(Math.Max(matched, held), held, done)
            : new OrderSweep(Math.Max(matched, held), Math.Max(matched, held) - held, done);
    }

    public static async ValueTask<ImmutableArray<OrderSweepTask>> ClaimAsync(SqlSession sql, string silo, long now, long until, int max)
    {
        await sql.ExecuteAsync(
            """
            UPDATE order_sweeps SET claimed_by = @silo, claimed_until = @until WHERE epoch IN (
              SELECT epoch FROM order_sweeps WHERE NOT done AND (claimed_by = @silo OR claimed_until < @now) ORDER BY epoch LIMIT @max)
            """,
            ("silo", silo),
            ("until", until),
            ("now", now),
            ("max", max));
        return
        [
            .. await sql.QueryAsync(
                """
                SELECT s.epoch, c.kind, o.key, o.content, o.epoch, c.shipment, s.after, s.matched, s.written
                FROM order_sweeps s JOIN order_changes c ON c.epoch = s.epoch JOIN orders o ON o.key = c.key
                WHERE NOT s.done AND s.claimed_by = @silo AND s.claimed_until = @until ORDER BY s.epoch
                """,
                r => new OrderSweepTask(
                    r.GetInt64(0),
                    (OrderChangeKind)r.GetInt16(1),
                    new OrderInForce(StoredOrder.Read(r.GetString(2), r.GetString(3)), r.GetInt64(4), []),
                    RowReader.Text(r, 5),
                    sql.ReadKey(r, 6),
                    r.GetInt64(7),
                    r.GetInt64(8)),
                ("silo", silo),
                ("until", until)),
        ];
    }

    public static async ValueTask<ImmutableDictionary<string, OrderInForce?>> PendingAsync(SqlSession sql)
    {
        var pending = await sql.QueryAsync(
            """
            SELECT o.key, o.content, o.epoch, o.state FROM orders o JOIN (
              SELECT DISTINCT c.key, c.epoch FROM order_sweeps s JOIN order_changes c ON c.epoch = s.epoch WHERE NOT s.done ORDER BY c.epoch LIMIT @max) s ON s.key = o.key
            """,
            r => (Order: new OrderInForce(StoredOrder.Read(r.GetString(0), r.GetString(1)), r.GetInt64(2), []), State: (OrderState)r.GetInt16(3)),
            ("max", MostPending));
        var orders = ImmutableDictionary.CreateBuilder<string, OrderInForce?>(StringComparer.Ordinal);
        foreach (var (order, state) in pending)
        {
            orders[order.Order.Key] = state == OrderState.Standing ? await WithClearedAsync(sql, order) : null;
        }

        return orders.ToImmutable();
    }

    public static async ValueTask<bool> SaveAsync(SqlSession sql, OrderSweepTask sweep, long until, bool done) => await sql.ExecuteAsync(
        "UPDATE order_sweeps SET after = @after, matched = @matched, written = @written, done = @done, claimed_until = @until WHERE epoch = @epoch AND NOT done",
        ("after", sql.Key(sweep.After)),
        ("matched", sweep.Matched),
        ("written", sweep.Written),
        ("done", done),
        ("until", until),
        ("epoch", sweep.Epoch)) == 1;

    public static async ValueTask<int> FinishAsync(SqlSession sql, IReadOnlyList<OrderSweepTask> sweeps)
    {
        var finished = 0;
        foreach (var sweep in sweeps)
        {
            finished += await sql.ExecuteAsync("UPDATE order_sweeps SET done = @yes WHERE epoch = @epoch AND NOT done", ("yes", true), ("epoch", sweep.Epoch));
        }

        return finished;
    }

    public static async ValueTask<ImmutableArray<OrderCandidate>> CandidatesAsync(
        SqlSession sql, OrderInForce order, Guid after, int max, string within = "", params (string, object?)[] inside)
    {
        var (from, condition, value) = Source(order);
        var values = new List<(string, object?)> { ("key", order.Order.Key), ("after", sql.Key(after)), ("max", max) };
        values.AddRange(inside);
        if (value is not null)
        {
            values.Add(("value", value));
        }

        var route = Route("origin", order.Order.Matches.From) + Route("destination", order.Order.Matches.To);
        var leading = from.StartsWith("features", StringComparison.Ordinal) ? "f" : "i";

        // CROSS JOIN: SQLite keeps the order of the tables as written.
        var text = $"""
            SELECT i.stream, i.carrier, i.number, h.status, CASE WHEN o.stream IS NULL THEN 0 ELSE 1 END
            FROM {from} CROSS JOIN heads h LEFT JOIN open_holds o ON o.stream = i.stream AND o.order_key = @key
            WHERE {condition}{within}{leading}.stream > @after AND h.stream = i.stream AND NOT i.forwards{route} ORDER BY {leading}.stream LIMIT @max
            """;
        return
        [
            .. await sql.QueryAsync(
                text,
                r => new OrderCandidate(
                    sql.ReadKey(r, 0),
                    StoredNumber.Read(r.GetString(1), r.GetString(2)),
                    (TransportStatus)r.GetInt16(3),
                    Convert.ToInt32(r.GetValue(4), CultureInfo.InvariantCulture) == 1),
                [.. values]),
        ];

        string Route(string column, string? country)
        {
            if (country is null)
            {
                return "";
            }

            values.Add((column, country));
            return $" AND h.{column} = @{column}";
        }
    }

    private static async ValueTask<OrderInForce> WithClearedAsync(SqlSession sql, OrderInForce order)
    {
        var cleared = await sql.QueryAsync(
            "SELECT shipment FROM order_changes WHERE key = @key AND kind = @kind", r => r.GetString(0), ("key", order.Order.Key), ("kind", (int)OrderChangeKind.Cleared));
        return cleared.Aggregate(order, (left, shipment) => left.Clear(shipment));
    }

    // The seller first, then the feature that says most; a carrier has many shipments, and without any of these all are looked at.
    private static (string From, string Condition, object? Value) Source(OrderInForce order)
    {
        var matches = order.Order.Matches;
        if (matches.Seller is { } seller)
        {
            return ("listing i", "i.seller = @value AND ", seller.ToString());
        }

        var features = order.Terms.Keys.Where(Feature.IsIndexed).ToList();
        if (matches.Hs?.Length > 6)
        {
            features.Add(Feature.Of(FeatureKind.Subheading, matches.Hs.AsSpan(0, 6)));
        }

        if (features.Count > 0)
        {
            return ("features f CROSS JOIN listing i", "f.hash = @value AND i.stream = f.stream AND ", unchecked((long)features.MinBy(f => Rank(Feature.KindOf(f)))));
        }

        var carrier = order.Order.Effect == OrderEffect.Stop ? order.Order.Owner : matches.Carrier;
        return carrier is null ? ("listing i", "", null) : ("listing i", "i.carrier = @value AND ", carrier);
    }

    private static int Rank(FeatureKind kind) => kind switch
    {
        FeatureKind.Address => 0,
        FeatureKind.Consignee => 1,
        FeatureKind.MasterBill => 2,
        FeatureKind.Flight => 3,
        FeatureKind.Brand => 4,
        FeatureKind.Subheading => 5,
        FeatureKind.Word => 6,
        _ => 7,
    };
}
