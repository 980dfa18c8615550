using System.Buffers;
using System.Text.Json;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Clocks;
using Tracking.Domain.Deliveries;
using Tracking.Domain.Holds;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Formats;
using Tracking.Formats.Epcis;
using Tracking.Silo.Api;

namespace Tracking.Silo.Deliveries;

/// <summary>Writes what is told. A restricted reason is for authorities only, as everywhere.</summary>
internal static class NewsBody
{
    /// <summary>The body; null where the endpoint's shape has no words for it.</summary>
    public static byte[]? Of(PartnerEndpoint endpoint, ShipmentNews news, ShipmentEvent value, ShipmentState after, DateTimeOffset now)
    {
        var showRestricted = endpoint.Partner.IsAuthority;
        if (endpoint.Entry.Shape == DeliveryShape.Json)
        {
            return Written(writer => WriteJson(writer, news, after, showRestricted, now));
        }

        return FactOf(news, value, after, showRestricted) is { } fact ? EpcisWriter.ToUtf8([fact], now) : null;
    }

    /// <summary>The body of a test call.</summary>
    public static byte[] Ping(DateTimeOffset now) => Written(writer =>
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, NewsTexts.Ping);
        writer.WriteString("timestamp"u8, ReportedTime.From(now).ToString());
        writer.WriteStartObject("data"u8);
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    private static byte[] Written(Action<Utf8JsonWriter> write)
    {
        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var writer = new Utf8JsonWriter(buffer, JsonAnswer.Options))
        {
            write(writer);
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static void WriteJson(Utf8JsonWriter writer, ShipmentNews news, ShipmentState after, bool showRestricted, DateTimeOffset now)
    {
        var head = HeadRules.Of(after);
        writer.WriteStartObject();
        writer.WriteString("type"u8, NewsTexts.Of(news.Kind));
        writer.WriteString("timestamp"u8, ReportedTime.From(now).ToString());
        writer.WriteStartObject("data"u8);
        writer.WriteString("carrier"u8, after.Number.Carrier);
        writer.WriteString("number"u8, after.Number.Number);
        writer.WriteNumber("version"u8, after.Version);
        writer.WriteString("status"u8, EnumTexts.ToText(head.Status));
        writer.WriteString("customs"u8, EnumTexts.ToText(head.Customs));
        writer.WriteNumber("openHolds"u8, head.OpenHolds);
        if (news.Hold is { } hold)
        {
            WriteHold(writer, hold, showRestricted);
        }

        if (news.Violation is { } violation)
        {
            writer.WriteStartObject("violation"u8);
            writer.WriteString("hold"u8, violation.Hold);
            WriteTime(writer, "movedAt", violation.MovedAt);
            WriteTime(writer, "heldSince", violation.HeldSince);
            WriteTime(writer, "knownSince", violation.KnownSince);
            writer.WriteEndObject();
        }

        if (news.Deadline is { } step)
        {
            writer.WriteStartObject("deadline"u8);
            writer.WriteString("authority"u8, step.Key.Authority);
            writer.WriteString("hold"u8, step.Key.Hold);
            writer.WriteString("clock"u8, step.Key.Clock);
            writer.WriteString("state"u8, ClockWords.Of(step.State));
            WriteTime(writer, "endsAt", step.EndsAt);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void WriteHold(Utf8JsonWriter writer, Hold hold, bool showRestricted)
    {
        writer.WriteStartObject("hold"u8);
        writer.WriteString("id"u8, hold.Id);
        writer.WriteString("kind"u8, EnumTexts.ToText(hold.Kind));
        writer.WriteString("authority"u8, hold.Authority);
        WriteText(writer, "legalBasis", hold.Terms.LegalBasis);
        WriteText(writer, "reason", hold.Terms.ReasonRestricted && !showRestricted ? null : hold.Terms.Reason);
        WriteText(writer, "reference", hold.Terms.Reference);
        WriteText(writer, "port", hold.Terms.Port);
        writer.WriteString("placedAt"u8, new ReportedTime(hold.PlacedAt, hold.OffsetMinutes).ToString());
        if (hold.RemovedAt is { } removed)
        {
            WriteTime(writer, "removedAt", removed);
        }

        writer.WriteStartArray("pieces"u8);
        foreach (var piece in hold.Pieces)
        {
            writer.WriteStringValue(piece);
        }

        writer.WriteEndArray();
        WriteText(writer, "order", hold.Order);
        writer.WriteEndObject();
    }

    // The fact that changed it; where no fact did, as with a standing order, the decision that it amounts to.
    private static Fact? FactOf(ShipmentNews news, ShipmentEvent value, ShipmentState after, bool showRestricted) => (value, news.Hold) switch
    {
        (FactEvent { Fact: Decision { Hold: { ReasonRestricted: true } terms } decision }, _) when !showRestricted =>
            decision with { Hold = terms with { Reason = null }, Text = null },
        (FactEvent { Fact: var fact }, _) => fact,
        (_, { } hold) => new Decision
        {
            Number = after.Number,
            Source = hold.Authority,
            Id = hold.Id,
            OccurredAt = new ReportedTime(news.Kind == NewsKind.HoldLifted ? hold.RemovedAt ?? hold.PlacedAt : hold.PlacedAt, 0),
            ReceivedAt = hold.PlacedAt,
            ReportedBy = Actor.System,
            Kind = news.Kind == NewsKind.HoldLifted ? DecisionKind.HoldRemoved : DecisionKind.HoldPlaced,
            Hold = hold.Terms.ReasonRestricted && !showRestricted ? hold.Terms with { Reason = null } : hold.Terms,
            Territory = hold.Territory,
        },
        _ => null,
    };

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, long microseconds) => writer.WriteString(name, new ReportedTime(microseconds, 0).ToString());
}
