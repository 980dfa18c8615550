using System.Buffers;
using System.Text.Json;

namespace Tracking.Dashboard.Replay;

/// <summary>What a line of a recording says of itself, without reading all of it.</summary>
internal readonly record struct NdjsonLine(string? Type, long? At, int Shipment)
{
    /// <summary>Looks at the outermost fields of a line.</summary>
    /// <exception cref="JsonException">The line is not one JSON object.</exception>
    public static NdjsonLine Look(ReadOnlySpan<byte> line)
    {
        var reader = new Utf8JsonReader(line);
        if (!reader.Read() || reader.TokenType != JsonTokenType.StartObject)
        {
            throw new JsonException("Not an object.");
        }

        string? type = null, carrier = null, number = null;
        long? at = null;
        while (reader.Read() && reader.TokenType == JsonTokenType.PropertyName)
        {
            var name = reader.GetString();
            reader.Read();
            if (reader.TokenType != JsonTokenType.String)
            {
                reader.Skip();
                continue;
            }

            switch (name)
            {
                case "type":
                    type = reader.GetString();
                    break;
                case "carrier":
                    carrier = reader.GetString();
                    break;
                case "number":
                    number = reader.GetString();
                    break;
                case "occurredAt" when reader.TryGetDateTimeOffset(out var time):
                    at = time.UtcTicks;
                    break;
                default:
                    break;
            }
        }

        // Whatever follows the object would spoil the array that the line is sent in.
        return reader.Read() ? throw new JsonException("More than one value.") : new NdjsonLine(type, at, ShipmentHash.Of(carrier, number));
    }

    /// <summary>Writes the line without its <c>type</c>, which no endpoint knows.</summary>
    public static void WriteWithoutType(ReadOnlySpan<byte> line, IBufferWriter<byte> to)
    {
        using var document = JsonDocument.Parse(line.ToArray());
        using var writer = new Utf8JsonWriter(to);
        writer.WriteStartObject();
        foreach (var field in document.RootElement.EnumerateObject())
        {
            if (!field.NameEquals("type"))
            {
                field.WriteTo(writer);
            }
        }

        writer.WriteEndObject();
    }
}
