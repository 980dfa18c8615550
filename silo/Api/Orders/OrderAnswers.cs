using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Formats;

namespace Tracking.Silo.Api.Orders;

/// <summary>Writes orders as partners read them.</summary>
internal static class OrderAnswers
{
    /// <summary>What is answered when an order, or what became of it, is in force everywhere.</summary>
    public static void WriteInForce(Utf8JsonWriter writer, string owner, string id, long epoch, TimeSpan after)
    {
        writer.WriteStartObject();
        writer.WriteString("owner"u8, owner);
        writer.WriteString("id"u8, id);
        writer.WriteNumber("epoch"u8, epoch);
        writer.WriteNumber("inForceAfterMilliseconds"u8, Math.Round(after.TotalMilliseconds, 1));
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, OrderTrial trial)
    {
        writer.WriteStartObject();
        writer.WriteNumber("looked"u8, trial.Looked);
        writer.WriteNumber("matched"u8, trial.Matched);
        writer.WriteNumber("released"u8, trial.Released);
        writer.WriteNumber("abandoned"u8, trial.Abandoned);
        writer.WriteNumber("seized"u8, trial.Seized);
        writer.WriteBoolean("complete"u8, trial.Complete);
        writer.WriteEndObject();
    }

    public static void Write(Utf8JsonWriter writer, OrderView view, bool whole)
    {
        var order = view.Order;
        writer.WriteStartObject();
        writer.WriteString("owner"u8, order.Owner);
        writer.WriteString("id"u8, order.Id);
        writer.WriteNumber("epoch"u8, view.Epoch);
        writer.WriteString("state"u8, EnumTexts.ToText(view.State));
        writer.WriteString("effect"u8, EnumTexts.ToText(order.Effect));
        writer.WritePropertyName("matches"u8);
        WriteMatches(writer, order.Matches);
        writer.WriteString("reason"u8, order.Reason);
        writer.WriteString("source"u8, order.Source);
        writer.WriteString("sharing"u8, OrderBody.TextOf(order.Sharing));
        writer.WriteNumber("confidence"u8, order.Confidence);
        WriteTime(writer, "placedAt", order.PlacedAt);
        WriteTime(writer, "expiresAt", order.ExpiresAt);
        WriteTime(writer, "endedAt", view.EndedAt);
        writer.WriteNumber("objections"u8, view.Objections);
        if (whole)
        {
            writer.WriteStartObject("sweep"u8);
            writer.WriteNumber("matched"u8, view.Sweep.Matched);
            writer.WriteNumber("written"u8, view.Sweep.Written);
            writer.WriteBoolean("done"u8, view.Sweep.Done);
            writer.WriteEndObject();
            WriteChanges(writer, view.Changes);
        }

        writer.WriteEndObject();
    }

    public static void WriteMatches(Utf8JsonWriter writer, OrderMatches matches)
    {
        writer.WriteStartObject();
        if (matches.Seller is { } seller)
        {
            writer.WriteStartObject("seller"u8);
            writer.WriteString("marketplace"u8, seller.Marketplace);
            writer.WriteString("account"u8, seller.Account);
            writer.WriteEndObject();
        }

        WriteText(writer, "brand", matches.Brand);
        WriteText(writer, "hs", matches.Hs);
        if (!matches.Words.IsEmpty)
        {
            writer.WriteStartArray("words"u8);
            foreach (var word in matches.Words)
            {
                writer.WriteStringValue(word);
            }

            writer.WriteEndArray();
        }

        WriteText(writer, "consignee", matches.Consignee);
        WriteText(writer, "address", matches.Address);
        if (matches.From is not null || matches.To is not null)
        {
            writer.WriteStartObject("route"u8);
            WriteText(writer, "from", matches.From);
            WriteText(writer, "to", matches.To);
            writer.WriteEndObject();
        }

        WriteText(writer, "carrier", matches.Carrier);
        WriteText(writer, "flight", matches.Flight);
        WriteText(writer, "masterBill", matches.MasterBill);
        if (matches.Value is { } value)
        {
            writer.WriteStartObject("valuePerKilogram"u8);
            writer.WriteString("currency"u8, value.Currency);
            writer.WriteNumber("above"u8, value.Above);
            writer.WriteEndObject();
        }

        writer.WriteEndObject();
    }

    private static void WriteChanges(Utf8JsonWriter writer, ImmutableArray<OrderChange> changes)
    {
        writer.WriteStartArray("changes"u8);
        foreach (var change in changes)
        {
            writer.WriteStartObject();
            writer.WriteNumber("epoch"u8, change.Epoch);
            writer.WriteString("kind"u8, EnumTexts.ToText(change.Kind));
            WriteTime(writer, "at", change.At);
            writer.WriteString("by"u8, change.By.Organisation);
            WriteText(writer, "reason", change.Reason);
            WriteText(writer, "shipment", change.Shipment);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void WriteText(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void WriteTime(Utf8JsonWriter writer, string name, long? microseconds) =>
        WriteText(writer, name, microseconds is { } at ? new ReportedTime(at, 0).ToString() : null);
}
