using System.Text.Json;
using Tracking.Formats.Adapters;

namespace Tracking.Silo.Api.Messages;

/// <summary>Writes what became of a message.</summary>
internal static class MessageAnswer
{
    /// <summary>Complaints, rejections and unmapped codes that are shown of one message.</summary>
    public const int MostShown = 100;

    public static void Write(Utf8JsonWriter writer, MessageReading reading, MessageOutcome outcome)
    {
        writer.WriteStartObject();
        WriteMembers(writer, reading, outcome);
        writer.WriteEndObject();
    }

    public static void WriteMembers(Utf8JsonWriter writer, MessageReading reading, MessageOutcome outcome)
    {
        writer.WriteString("format"u8, reading.Format);
        writer.WriteString("sha256"u8, reading.Sha256);
        writer.WriteNumber("understood"u8, reading.Understood);
        writer.WriteNumber("accepted"u8, outcome.Accepted);
        writer.WriteNumber("duplicates"u8, outcome.Duplicates);
        writer.WriteNumber("rejected"u8, outcome.Rejected);
        writer.WritePropertyName("rejections"u8);
        JsonAnswer.Write(writer, [.. outcome.Rejections]);
        writer.WriteNumber("complaintCount"u8, reading.Complaints.Length + reading.ComplaintsLeftOut);
        writer.WritePropertyName("complaints"u8);
        JsonAnswer.Write(writer, [.. reading.Complaints.Take(MostShown)]);
        writer.WriteNumber("unmappedCount"u8, reading.Unmapped.Length + reading.UnmappedLeftOut);
        writer.WriteStartArray("unmapped"u8);
        foreach (var code in reading.Unmapped.Take(MostShown))
        {
            writer.WriteStartObject();
            writer.WriteString("system"u8, code.System);
            writer.WriteString("code"u8, code.Code);
            writer.WriteString("where"u8, code.Where);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        if (outcome.Rejected == 0 && !reading.Acknowledgement.IsEmpty)
        {
            writer.WriteString("acknowledgement"u8, reading.Acknowledgement.Span);
        }
    }
}
