using System.Collections.Immutable;
using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Journal.Deliveries;
using Tracking.Silo.Deliveries;

namespace Tracking.Silo.Api.Deliveries;

/// <summary>Writes how deliveries stand. Never a secret, never the address: it may hold a token.</summary>
internal static class DeliveryAnswers
{
    public static void Write(Utf8JsonWriter writer, List<(PartnerEndpoint Endpoint, Journal.Deliveries.DeliveryEndpoint? Place, DeliveryCounts Counts)> rows)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("endpoints"u8);
        foreach (var (endpoint, place, counts) in rows)
        {
            writer.WriteStartObject();
            writer.WriteString("id"u8, endpoint.Entry.Id);
            writer.WriteString("host"u8, endpoint.Entry.Url.Host);
            writer.WriteString("shape"u8, EnumTexts.ToText(endpoint.Entry.Shape));
            writer.WriteStartArray("events"u8);
            foreach (var kind in endpoint.Entry.Events.Order())
            {
                writer.WriteStringValue(NewsTexts.Of(kind));
            }

            writer.WriteEndArray();
            writer.WriteNumber("secrets"u8, endpoint.Entry.Secrets.Count);
            writer.WriteBoolean("enabled"u8, place?.DisabledAt is null);
            WriteTime(writer, "disabledAt", place?.DisabledAt);
            WriteTime(writer, "pausedUntil", place?.PausedUntil is > 0 and var until ? until : null);
            writer.WriteNumber("sequence"u8, place?.Sequence ?? 0);
            writer.WriteNumber("waiting"u8, counts.Waiting);
            writer.WriteNumber("dead"u8, counts.Dead);
            WriteTime(writer, "oldestWaiting", counts.OldestWaiting);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, ImmutableArray<Delivery> messages, int limit)
    {
        writer.WriteStartObject();
        writer.WriteStartArray("messages"u8);
        foreach (var message in messages)
        {
            writer.WriteStartObject();
            writer.WriteNumber("sequence"u8, message.Sequence);
            writer.WriteString("id"u8, message.Id);
            writer.WriteString("shipment"u8, message.Shipment);
            writer.WriteString("type"u8, message.Kind);
            writer.WriteString("state"u8, EnumTexts.ToText(message.State));
            WriteTime(writer, "madeAt", message.MadeAt);
            writer.WriteNumber("attempts"u8, message.Attempts);
            WriteTime(writer, "nextAt", message.State == DeliveryState.Waiting ? message.NextAt : null);
            if (message.Answer is not null)
            {
                writer.WriteString("answer"u8, message.Answer);
            }

            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (messages.Length == limit)
        {
            writer.WriteNumber("next"u8, messages[^1].Sequence);
        }

        writer.WriteEndObject();
    }

    public static void WriteQueued(Utf8JsonWriter writer, int queued)
    {
        writer.WriteStartObject();
        writer.WriteNumber("queued"u8, queued);
        writer.WriteEndObject();
    }

    public static void WritePing(Utf8JsonWriter writer, string id, DeliveryAttempt attempt, TimeSpan took)
    {
        writer.WriteStartObject();
        writer.WriteString("id"u8, id);
        writer.WriteBoolean("delivered"u8, attempt.IsDelivered);
        writer.WriteString("answer"u8, attempt.Answer);
        writer.WriteNumber("milliseconds"u8, Math.Round(took.TotalMilliseconds, 1));
        writer.WriteEndObject();
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, long? microseconds)
    {
        if (microseconds is { } at)
        {
            writer.WriteString(name, new ReportedTime(at, 0).ToString());
        }
    }
}
