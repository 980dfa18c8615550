using System.Text.Json;
using Tracking.Contracts.Clearance;
using Tracking.Formats;

namespace Tracking.Silo.Api;

/// <summary>Writes answers to the belt by hand: they are asked for most often of all.</summary>
internal static class ClearanceAnswers
{
    public static void Write(Utf8JsonWriter writer, ClearanceAnswer answer, string? proof = null)
    {
        writer.WriteStartObject();
        writer.WriteString("carrier"u8, answer.Number.Carrier);
        writer.WriteString("number"u8, answer.Number.Number);
        writer.WriteString("for"u8, EnumTexts.ToText(answer.Purpose));
        writer.WriteString("verdict"u8, EnumTexts.ToText(answer.Verdict));
        writer.WriteStartArray("reasons"u8);
        foreach (var reason in answer.Reasons)
        {
            Write(writer, reason);
        }

        writer.WriteEndArray();
        writer.WriteNumber("pieces"u8, answer.Pieces);
        writer.WriteNumber("piecesFree"u8, answer.PiecesFree);
        writer.WriteNumber("position"u8, answer.Position);
        writer.WriteString("askedAt"u8, answer.AskedAt);
        writer.WriteNumber("reliableForSeconds"u8, answer.ReliableForSeconds);
        if (proof is not null)
        {
            writer.WriteString("proof"u8, proof);
        }

        writer.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter writer, ClearanceReason reason)
    {
        writer.WriteStartObject();
        writer.WriteString("row"u8, EnumTexts.ToText(reason.Row));
        writer.WriteString("verdict"u8, EnumTexts.ToText(reason.Verdict));
        if (reason.LiftedBy is not null)
        {
            writer.WriteString("liftedBy"u8, reason.LiftedBy);
        }

        if (reason.Hold is not null)
        {
            writer.WriteString("hold"u8, reason.Hold);
        }

        writer.WriteString("text"u8, reason.Text);
        if (!reason.Pieces.IsDefaultOrEmpty)
        {
            writer.WriteStartArray("pieces"u8);
            foreach (var piece in reason.Pieces)
            {
                writer.WriteStringValue(piece);
            }

            writer.WriteEndArray();
        }

        writer.WriteEndObject();
    }
}
