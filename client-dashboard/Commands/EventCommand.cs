using System.Buffers;
using System.CommandLine;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization;
using Spectre.Console;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Formats.Json;
using Tracking.Journal.Events;

namespace Tracking.Dashboard.Commands;

/// <summary>Prints stored events as JSON: what lies in the journal, and the same in the words of the partner API.</summary>
internal static class EventCommand
{
    private static readonly JsonWriterOptions Indented = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter(JsonNamingPolicy.KebabCaseLower) } };

    public static Command Create(IAnsiConsole console)
    {
        var shipment = new Argument<string>("shipment") { Description = "The number as carrier/number, for example acme/AC123456785; or the id of a stream." };
        var version = new Option<int?>("--version") { Description = "Only the event of this version." };
        var life = new Option<int?>("--life") { Description = "Only this use of the number; all of them unless given." };
        var journal = JournalTarget.Option();
        var command = new Command("event", "Prints stored events as JSON: a whole stream as an array, or with --version one event.") { shipment, version, life, journal };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(shipment), parsed.GetValue(version), parsed.GetValue(life), JournalTarget.Of(parsed.GetValue(journal)), console, cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(string shipment, int? version, int? life, JournalTarget target, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var all = await JournalTarget.ReadAsync(() => ReadAsync(shipment, target, cancellationToken));
        var wanted = all.Where(record => (version is null || record.Version == version) && (life is null || record.Life == life)).ToList();
        if (wanted.Count == 0)
        {
            throw new CommandFailedException(
                all.Count == 0 ? $"The journal has no events of {shipment}; check the number and --journal." : $"{shipment} has versions 1 to {all[^1].Version} and lives 1 to {all[^1].Life}; none is as asked for.",
                ExitCodes.WrongInput);
        }

        // Not by the console's own way, which breaks lines where the screen ends.
        console.Profile.Out.Writer.WriteLine(Text(wanted, asArray: version is null));
        return ExitCodes.Done;
    }

    private static async Task<IReadOnlyList<EventRecord>> ReadAsync(string shipment, JournalTarget target, CancellationToken cancellationToken)
    {
        if (Guid.TryParse(shipment, out var stream))
        {
            return await EventRecords.ReadAsync(target.Journal, stream, cancellationToken);
        }

        var slash = shipment.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && ShipmentNumber.TryCreate(shipment[..slash], shipment[(slash + 1)..], out var number)
            ? await EventRecords.ReadAsync(target.Journal, number, cancellationToken)
            : throw new CommandFailedException($"'{shipment}' is neither carrier/number nor the id of a stream; write it like acme/AC123456785.", ExitCodes.WrongInput);
    }

    private static string Text(List<EventRecord> records, bool asArray)
    {
        var buffer = new ArrayBufferWriter<byte>();
        using (var writer = new Utf8JsonWriter(buffer, Indented))
        {
            if (asArray)
            {
                writer.WriteStartArray();
            }

            // A number that was used again has an event of that version in each life.
            foreach (var record in asArray ? records : records.TakeLast(1))
            {
                Write(writer, record);
            }

            if (asArray)
            {
                writer.WriteEndArray();
            }
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }

    private static void Write(Utf8JsonWriter writer, EventRecord record)
    {
        writer.WriteStartObject();
        writer.WriteString("stream"u8, record.Stream);
        if (record.Number is { } number)
        {
            writer.WriteString("carrier"u8, number.Carrier);
            writer.WriteString("number"u8, number.Number);
            writer.WriteNumber("life"u8, record.Life);
        }

        writer.WriteNumber("version"u8, record.Version);
        writer.WriteString("append"u8, record.AppendId);
        writer.WriteString("position"u8, record.Position.Text);
        writer.WriteBoolean("notable"u8, record.Notable);
        WriteMeaning(writer, record);
        WriteStored(writer, record);
        writer.WriteEndObject();
    }

    private static void WriteMeaning(Utf8JsonWriter writer, EventRecord record)
    {
        ShipmentEvent value;
        try
        {
            value = EventCodec.Decode(record.Type, record.Payload.Span);
        }
        catch (InvalidDataException problem)
        {
            writer.WriteString("unreadable"u8, problem.Message);
            return;
        }

        writer.WriteString("event"u8, EventNames.Of(value));
        if (value is FactEvent { Fact: var fact })
        {
            writer.WriteString("receivedAt"u8, new ReportedTime(fact.ReceivedAt, 0).ToString());
            writer.WritePropertyName("reportedBy"u8);
            JsonSerializer.Serialize(writer, fact.ReportedBy, Web);
            writer.WritePropertyName("fact"u8);
            FactJson.Write(writer, fact);
        }
        else
        {
            writer.WritePropertyName("content"u8);
            JsonSerializer.Serialize(writer, value, value.GetType(), Web);
        }
    }

    private static void WriteStored(Utf8JsonWriter writer, EventRecord record)
    {
        writer.WriteNumber("storedType"u8, record.Type);
        writer.WritePropertyName("stored"u8);
        try
        {
            using var document = JsonDocument.Parse(record.Payload);
            document.RootElement.WriteTo(writer);
        }
        catch (JsonException)
        {
            writer.WriteBase64StringValue(record.Payload.Span);
        }
    }
}
