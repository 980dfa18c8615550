using System.Data.Common;
using Tracking.Journal.Orders;

namespace Tracking.Journal.Deliveries;

/// <summary>Messages to partners in the words of SQL, the same for both stores.</summary>
internal static class DeliveryStatements
{
    private const string Columns = "d.sequence, d.id, d.shipment, d.kind, d.made_at, d.state, d.next_at, d.first_at, d.attempts, d.answer";

    public static async ValueTask<DeliveryEndpoint> EnterAsync(SqlSession sql, string endpoint, FeedCursor end)
    {
        await sql.ExecuteAsync(
            "INSERT INTO delivery_endpoints (endpoint, cursor, sequence, paused_until) VALUES (@endpoint, @cursor, 0, 0) ON CONFLICT DO NOTHING",
            ("endpoint", endpoint),
            ("cursor", end.Text));
        return (await EndpointAsync(sql, endpoint))!;
    }

    public static ValueTask<DeliveryEndpoint?> EndpointAsync(SqlSession sql, string endpoint) => sql.FirstAsync(
        "SELECT cursor, sequence, paused_until, disabled_at FROM delivery_endpoints WHERE endpoint = @endpoint",
        r => new DeliveryEndpoint(new FeedCursor(r.GetString(0)), r.GetInt64(1), r.GetInt64(2), Number(r, 3)),
        ("endpoint", endpoint));

    public static async ValueTask<bool> QueueAsync(SqlSession sql, string endpoint, DeliveryEndpoint seen, FeedCursor next, IReadOnlyList<NewDelivery> messages, long now)
    {
        // The row is the fence: of two silos that both believe the endpoint to be theirs, one finds another cursor than it saw.
        var moved = await sql.ExecuteAsync(
            "UPDATE delivery_endpoints SET cursor = @next, sequence = sequence + @count WHERE endpoint = @endpoint AND cursor = @cursor AND sequence = @sequence",
            ("next", next.Text),
            ("count", (long)messages.Count),
            ("endpoint", endpoint),
            ("cursor", seen.Cursor.Text),
            ("sequence", seen.Sequence));
        for (var i = 0; moved == 1 && i < messages.Count; i++)
        {
            await sql.ExecuteAsync(
                """
                INSERT INTO deliveries (endpoint, sequence, id, shipment, kind, made_at, body, state, next_at, attempts)
                VALUES (@endpoint, @sequence, @id, @shipment, @kind, @now, @body, 0, @now, 0)
                """,
                ("endpoint", endpoint),
                ("sequence", seen.Sequence + 1 + i),
                ("id", messages[i].Id),
                ("shipment", messages[i].Shipment),
                ("kind", messages[i].Kind),
                ("now", now),
                ("body", messages[i].Body.ToArray()));
        }

        return moved == 1;
    }

    public static async ValueTask<ImmutableArray<Delivery>> FindDueAsync(SqlSession sql, string endpoint, long now, bool firstsOnly, int max) =>
    [
        .. await sql.QueryAsync(
            $"""
            SELECT {Columns}, d.body FROM deliveries d WHERE d.endpoint = @endpoint AND d.state = 0 AND d.next_at <= @now
            {(firstsOnly ? "AND NOT EXISTS (SELECT 1 FROM deliveries b WHERE b.endpoint = d.endpoint AND b.shipment = d.shipment AND b.sequence < d.sequence AND b.state = 0)" : "")}
            ORDER BY d.sequence LIMIT @max
            """,
            r => Read(r, withBody: true),
            ("endpoint", endpoint),
            ("now", now),
            ("max", max)),
    ];

    public static async ValueTask<int> DeliveredAsync(SqlSession sql, string endpoint, IReadOnlyList<Delivery> messages, string answer)
    {
        foreach (var message in messages)
        {
            await sql.ExecuteAsync(
                "UPDATE deliveries SET state = 1, attempts = attempts + 1, answer = @answer WHERE endpoint = @endpoint AND sequence = @sequence AND state = 0",
                ("answer", answer),
                ("endpoint", endpoint),
                ("sequence", message.Sequence));
        }

        return messages.Count;
    }

    public static async ValueTask<int> FailedAsync(SqlSession sql, string endpoint, Delivery message, string answer, long now, long? nextAt)
    {
        await sql.ExecuteAsync(
            """
            UPDATE deliveries SET attempts = attempts + 1, answer = @answer, first_at = coalesce(first_at, @now), next_at = @next
            WHERE endpoint = @endpoint AND sequence = @sequence AND state = 0
            """,
            ("answer", answer),
            ("now", now),
            ("next", nextAt ?? now),
            ("endpoint", endpoint),
            ("sequence", message.Sequence));
        return nextAt is not null
            ? 0
            : await sql.ExecuteAsync(
                "UPDATE deliveries SET state = 2 WHERE endpoint = @endpoint AND shipment = @shipment AND state = 0",
                ("endpoint", endpoint),
                ("shipment", message.Shipment));
    }

    public static ValueTask<int> PauseAsync(SqlSession sql, string endpoint, long until) => sql.ExecuteAsync(
        "UPDATE delivery_endpoints SET paused_until = @until WHERE endpoint = @endpoint AND paused_until < @until",
        ("until", until),
        ("endpoint", endpoint));

    public static ValueTask<int> DisableAsync(SqlSession sql, string endpoint, long? disabledAt) => disabledAt is { } at
        ? sql.ExecuteAsync("UPDATE delivery_endpoints SET disabled_at = @at WHERE endpoint = @endpoint AND disabled_at IS NULL", ("at", at), ("endpoint", endpoint))
        : sql.ExecuteAsync("UPDATE delivery_endpoints SET disabled_at = NULL, paused_until = 0 WHERE endpoint = @endpoint", ("endpoint", endpoint));

    public static ValueTask<int> RedeliverAsync(SqlSession sql, string endpoint, DeliveryChoice choice, long now)
    {
        var (condition, value) = choice switch
        {
            { Message: { } id } => ("id = @value", (object)id),
            { Shipment: { } shipment } => ("shipment = @value", shipment),
            { After: { } after } => ("sequence > @value", after),
            _ => throw new ArgumentException("Nothing is chosen.", nameof(choice)),
        };
        return sql.ExecuteAsync(
            $"UPDATE deliveries SET state = 0, attempts = 0, first_at = NULL, next_at = @now WHERE endpoint = @endpoint AND {condition}",
            ("now", now),
            ("endpoint", endpoint),
            ("value", value));
    }

    public static async ValueTask<ImmutableArray<Delivery>> ListAsync(SqlSession sql, string endpoint, DeliveryState? state, long after, int max) =>
    [
        .. await sql.QueryAsync(
            $"""
            SELECT {Columns} FROM deliveries d WHERE d.endpoint = @endpoint AND d.sequence > @after
            {(state is { } wanted ? $"AND d.state = {(int)wanted}" : "")} ORDER BY d.sequence LIMIT @max
            """,
            r => Read(r, withBody: false),
            ("endpoint", endpoint),
            ("after", after),
            ("max", max)),
    ];

    public static async ValueTask<DeliveryCounts> CountAsync(SqlSession sql, string endpoint)
    {
        var waiting = await sql.FirstAsync("SELECT count(*), min(made_at) FROM deliveries WHERE endpoint = @endpoint AND state = 0", r => (r.GetInt64(0), Number(r, 1)), ("endpoint", endpoint));
        var dead = await sql.FirstAsync("SELECT count(*) FROM deliveries WHERE endpoint = @endpoint AND state = 2", r => r.GetInt64(0), ("endpoint", endpoint));
        return new DeliveryCounts(waiting.Item1, dead, waiting.Item2);
    }

    public static ValueTask<int> ForgetAsync(SqlSession sql, string endpoint, long before) =>
        sql.ExecuteAsync("DELETE FROM deliveries WHERE endpoint = @endpoint AND state <> 0 AND made_at < @before", ("endpoint", endpoint), ("before", before));

    private static Delivery Read(DbDataReader r, bool withBody) => new(
        r.GetInt64(0),
        r.GetString(1),
        r.GetString(2),
        r.GetString(3),
        r.GetInt64(4),
        withBody ? r.GetFieldValue<byte[]>(10) : ReadOnlyMemory<byte>.Empty,
        (DeliveryState)r.GetInt16(5),
        r.GetInt64(6),
        Number(r, 7),
        r.GetInt32(8),
        r.IsDBNull(9) ? null : r.GetString(9));

    private static long? Number(DbDataReader r, int column) => r.IsDBNull(column) ? null : r.GetInt64(column);
}
