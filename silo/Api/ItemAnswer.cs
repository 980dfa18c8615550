using System.Text.Json;
using Tracking.Contracts.Facts;
using Tracking.Silo.Ingest;

namespace Tracking.Silo.Api;

/// <summary>Writes what became of one item.</summary>
internal static class ItemAnswer
{
    /// <summary>Writes an object that begins with where the item stood, if it did not come alone.</summary>
    public static void Write(Utf8JsonWriter writer, ReadOnlySpan<byte> place, in IntakeItem item)
    {
        writer.WriteStartObject();
        if (!place.IsEmpty)
        {
            writer.WriteNumber(place, item.Number);
        }

        var outcome = item.Outcome;
        switch (outcome.Result)
        {
            case FactResult.Accepted:
                writer.WriteString("result"u8, "accepted"u8);
                break;
            case FactResult.Duplicate:
                writer.WriteString("result"u8, "duplicate"u8);
                break;
            default:
                writer.WriteString("result"u8, "rejected"u8);
                break;
        }

        if (!string.IsNullOrEmpty(outcome.Id))
        {
            writer.WriteString("id"u8, outcome.Id);
        }

        if (outcome.Result == FactResult.Rejected)
        {
            Why(writer, item);
        }
        else
        {
            writer.WriteNumber("version"u8, outcome.Version);
        }

        writer.WriteEndObject();
    }

    private static void Why(Utf8JsonWriter writer, in IntakeItem item)
    {
        var refusal = Refusals.Of(item.Outcome.Refusal);
        writer.WriteString("reason"u8, refusal.Reason);
        writer.WriteString("message"u8, refusal.Message);
        writer.WriteString("remedy"u8, refusal.Remedy);
        if (!item.Complaints.IsDefaultOrEmpty)
        {
            writer.WritePropertyName("complaints"u8);
            JsonAnswer.Write(writer, item.Complaints);
        }
    }
}
