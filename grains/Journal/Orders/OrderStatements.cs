using System.Data.Common;
using System.Globalization;
using System.Text;
using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Domain.Orders;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Orders;

/// <summary>Orders in the words of SQL: placing and changing, which the caller runs in a transaction, and what silos and people read.</summary>
internal static class OrderStatements
{
    private const int MostChanges = 5_000;
    private const string Columns = "o.key, o.content, o.epoch, o.state, o.ended_at, (SELECT count(*) FROM order_changes c WHERE c.key = o.key AND c.kind = 4)";

    public static async ValueTask<long> EpochAsync(SqlSession sql) => await sql.FirstAsync("SELECT epoch FROM order_epochs", r => r.GetInt64(0));

    public static async ValueTask<(long Epoch, ImmutableArray<OrderInForce> Orders)> StandingAsync(SqlSession sql)
    {
        // The epoch first: what is changed while the rest is read is changed again by whoever goes on from here.
        var epoch = await EpochAsync(sql);
        var cleared = await sql.QueryAsync(
            "SELECT c.key, c.shipment FROM order_changes c JOIN orders o ON o.key = c.key WHERE c.kind = @kind AND o.ended_epoch IS NULL",
            r => (Key: r.GetString(0), Shipment: r.GetString(1)),
            ("kind", (int)OrderChangeKind.Cleared));
        var byOrder = cleared.ToLookup(c => c.Key, c => c.Shipment, StringComparer.Ordinal);
        var orders = await sql.QueryAsync(
            "SELECT o.key, o.content, o.epoch FROM orders o WHERE o.ended_epoch IS NULL ORDER BY o.epoch",
            r => new OrderInForce(StoredOrder.Read(r.GetString(0), r.GetString(1)), r.GetInt64(2), [.. byOrder[r.GetString(0)]]));
        return (epoch, [.. orders]);
    }

    public static async ValueTask<ImmutableArray<OrderEvent>> ChangesAsync(SqlSession sql, long after)
    {
        var changes = await sql.QueryAsync(
            "SELECT c.epoch, c.kind, o.key, o.content, o.epoch, c.shipment FROM order_changes c JOIN orders o ON o.key = c.key WHERE c.epoch > @after ORDER BY c.epoch LIMIT @max",
            r => new OrderEvent(r.GetInt64(0), (OrderChangeKind)r.GetInt16(1), new OrderInForce(StoredOrder.Read(r.GetString(2), r.GetString(3)), r.GetInt64(4), []), RowReader.Text(r, 5)),
            ("after", after),
            ("max", MostChanges));
        return [.. changes];
    }

    public static async ValueTask<OrderOutcome> PlaceAsync(SqlSession sql, StandingOrder order)
    {
        await LockAsync(sql);
        if (await FindAsync(sql, order.Key) is { } known)
        {
            return StoredOrder.AreSame(order, known.Order) ? new(OrderResult.Done, known.Epoch) : new(OrderResult.Differs, 0);
        }

        var epoch = await NextEpochAsync(sql);
        await sql.ExecuteAsync(
            """
            INSERT INTO orders (key, epoch, owner, seller, expires_at, state, content)
            VALUES (@key, @epoch, @owner, @seller, @expires, @state, @content)
            """,
            ("key", order.Key),
            ("epoch", epoch),
            ("owner", order.Owner),
            ("seller", order.Matches.Seller?.ToString()),
            ("expires", order.ExpiresAt),
            ("state", (int)OrderState.Standing),
            ("content", StoredOrder.Write(order)));
        await NoteAsync(sql, order.Key, new OrderChange(epoch, OrderChangeKind.Placed, order.PlacedAt, order.PlacedBy, null, null));
        return new(OrderResult.Done, epoch);
    }

    public static async ValueTask<OrderOutcome> ChangeAsync(SqlSession sql, string key, OrderChange change)
    {
        await LockAsync(sql);
        if (await FindAsync(sql, key) is not { } order)
        {
            return new(OrderResult.NotFound, 0);
        }

        var ends = change.Kind is OrderChangeKind.Lifted or OrderChangeKind.Expired;
        if (order.State != OrderState.Standing)
        {
            return ends ? new(OrderResult.Done, order.EndedEpoch) : new(OrderResult.NotStanding, 0);
        }

        if (change.Kind == OrderChangeKind.Cleared && await ClearedAtAsync(sql, key, change.Shipment!) is { } before)
        {
            return new(OrderResult.Done, before);
        }

        var epoch = await NextEpochAsync(sql);
        if (ends)
        {
            await sql.ExecuteAsync(
                "UPDATE orders SET state = @state, ended_at = @at, ended_epoch = @epoch WHERE key = @key",
                ("state", (int)(change.Kind == OrderChangeKind.Lifted ? OrderState.Lifted : OrderState.Expired)),
                ("at", change.At),
                ("epoch", epoch),
                ("key", key));
        }

        await NoteAsync(sql, key, change with { Epoch = epoch });
        return new(OrderResult.Done, epoch);
    }

    public static async ValueTask<OrderView?> ReadAsync(SqlSession sql, string key)
    {
        if (await sql.FirstAsync($"SELECT {Columns} FROM orders o WHERE o.key = @key", View, ("key", key)) is not { } view)
        {
            return null;
        }

        var changes = await sql.QueryAsync(
            "SELECT epoch, kind, at, actor, reason, shipment FROM order_changes WHERE key = @key ORDER BY epoch",
            r => new OrderChange(r.GetInt64(0), (OrderChangeKind)r.GetInt16(1), r.GetInt64(2), StoredActor.Read(r.GetString(3)), RowReader.Text(r, 4), RowReader.Text(r, 5)),
            ("key", key));
        return view with { Changes = [.. changes], Sweep = await OrderSweeps.ProgressAsync(sql, view, changes) };
    }

    public static async ValueTask<ImmutableArray<OrderView>> ListAsync(SqlSession sql, OrderFilter filter)
    {
        ArgumentOutOfRangeException.ThrowIfLessThan(filter.Limit, 1);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(filter.Limit, OrderFilter.LongestPage);
        var text = new StringBuilder($"SELECT {Columns} FROM orders o WHERE o.epoch < @before");
        var values = new List<(string, object?)> { ("before", filter.Before), ("limit", filter.Limit) };
        Add("owner", filter.Owner);
        Add("seller", filter.Seller);
        if (filter.Standing is { } standing)
        {
            text.Append(standing ? " AND o.ended_epoch IS NULL" : " AND o.ended_epoch IS NOT NULL");
        }

        text.Append(" ORDER BY o.epoch DESC LIMIT @limit");
        return [.. await sql.QueryAsync(text.ToString(), View, [.. values])];

        void Add(string column, string? value)
        {
            if (value is not null)
            {
                text.Append(CultureInfo.InvariantCulture, $" AND o.{column} = @{column}");
                values.Add((column, value));
            }
        }
    }

    public static async ValueTask<ImmutableArray<string>> OverdueAsync(SqlSession sql, long now, int max) =>
    [
        .. await sql.QueryAsync(
            "SELECT key FROM orders WHERE ended_epoch IS NULL AND expires_at IS NOT NULL AND expires_at <= @now ORDER BY expires_at LIMIT @max",
            r => r.GetString(0),
            ("now", now),
            ("max", max)),
    ];

    // Whoever writes the counter's row first goes on; everybody else waits until that transaction is over.
    private static async ValueTask LockAsync(SqlSession sql) => await sql.ExecuteAsync("UPDATE order_epochs SET epoch = epoch");

    private static async ValueTask<long> NextEpochAsync(SqlSession sql) =>
        await sql.FirstAsync("UPDATE order_epochs SET epoch = epoch + 1 RETURNING epoch", r => r.GetInt64(0));

    private static async ValueTask NoteAsync(SqlSession sql, string key, OrderChange change)
    {
        await sql.ExecuteAsync(
            "INSERT INTO order_changes (epoch, key, kind, at, actor, reason, shipment) VALUES (@epoch, @key, @kind, @at, @actor, @reason, @shipment)",
            ("epoch", change.Epoch),
            ("key", key),
            ("kind", (int)change.Kind),
            ("at", change.At),
            ("actor", StoredActor.Write(change.By)),
            ("reason", change.Reason),
            ("shipment", change.Shipment));
        if (change.Kind != OrderChangeKind.Contested)
        {
            await OrderSweeps.BeginAsync(sql, key, change);
        }
    }

    private static async ValueTask<Known?> FindAsync(SqlSession sql, string key) => await sql.FirstAsync(
        "SELECT content, epoch, state, ended_epoch FROM orders WHERE key = @key",
        r => new Known(StoredOrder.Read(key, r.GetString(0)), r.GetInt64(1), (OrderState)r.GetInt16(2), r.IsDBNull(3) ? 0 : r.GetInt64(3)),
        ("key", key));

    private static async ValueTask<long?> ClearedAtAsync(SqlSession sql, string key, string shipment) => await sql.FirstAsync<long?>(
        "SELECT epoch FROM order_changes WHERE key = @key AND kind = @kind AND shipment = @shipment",
        r => r.GetInt64(0),
        ("key", key),
        ("kind", (int)OrderChangeKind.Cleared),
        ("shipment", shipment));

    private static OrderView View(DbDataReader reader) => new()
    {
        Order = StoredOrder.Read(reader.GetString(0), reader.GetString(1)),
        Epoch = reader.GetInt64(2),
        State = (OrderState)reader.GetInt16(3),
        EndedAt = reader.IsDBNull(4) ? null : reader.GetInt64(4),
        Objections = (int)reader.GetInt64(5),
    };

    private sealed record Known(StandingOrder Order, long Epoch, OrderState State, long EndedEpoch);
}
