using System.Text.Json;

namespace Tracking.Formats.TrackingNumbers;

/// <summary>Writes what a number may be, for the partner API and the command alike.</summary>
public static class NumberJson
{
    /// <summary>Writes a reading as one JSON object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="reading">What was found out.</param>
    public static void Write(Utf8JsonWriter writer, NumberReading reading)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(reading);
        writer.WriteStartObject();
        writer.WriteString("number"u8, reading.Normal);
        Text(writer, "postalCode", reading.PostalCode);
        Text(writer, "corrected", reading.Corrected);
        writer.WriteStartArray("fits"u8);
        foreach (var fit in reading.Fits)
        {
            writer.WriteStartObject();
            writer.WriteString("carrier"u8, fit.Carrier);
            writer.WriteString("number"u8, fit.Number);
            writer.WriteString("level"u8, EnumTexts.ToText(fit.Level));
            writer.WriteString("form"u8, fit.Form);
            Text(writer, "service", fit.Service);
            writer.WriteBoolean("verified"u8, fit.Verified);
            writer.WriteString("reason"u8, fit.Reason);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("misses"u8);
        foreach (var miss in reading.Misses)
        {
            writer.WriteStartObject();
            writer.WriteString("carrier"u8, miss.Carrier);
            writer.WriteString("form"u8, miss.Form);
            writer.WriteString("checkDigit"u8, [miss.Found]);
            writer.WriteString("expected"u8, [miss.Expected]);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("notes"u8);
        foreach (var note in reading.Notes)
        {
            writer.WriteStringValue(note);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }

    private static void Text(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }
}
