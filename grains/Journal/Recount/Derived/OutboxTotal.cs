using System.Text.Json;
using Tracking.Journal.Snapshots;

namespace Tracking.Journal.Recount.Derived;

/// <summary>What must be told to the world: every message can be read, and was written together with events.</summary>
internal sealed class OutboxTotal : DerivedTotal
{
    private const string Kind = "outbox";

    public override async Task ReadAsync(SnapshotReader reader, DifferenceLog log, CancellationToken cancellationToken)
    {
        await using var rows = await reader.QueryAsync($"SELECT o.id, o.topic, o.payload, {reader.Flag(reader.MessageWithoutEvents)} FROM outbox o", [], cancellationToken);
        while (await rows.ReadAsync(cancellationToken))
        {
            var id = reader.Key(rows, 0).ToString();
            if (rows.GetString(1).Length == 0)
            {
                log.Add(new(Kind, null, id, "topic", "a topic", "none"));
            }

            if (!IsJson(rows.GetFieldValue<byte[]>(2)))
            {
                log.Add(new(Kind, null, id, "payload", "JSON", "other bytes"));
            }

            if (rows.GetInt64(3) != 0)
            {
                log.Add(new(Kind, null, id, "transaction", "events of the same transaction", "none"));
            }
        }
    }

    private static bool IsJson(byte[] payload)
    {
        try
        {
            using var document = JsonDocument.Parse(payload);
            return true;
        }
        catch (JsonException)
        {
            return false;
        }
    }
}
