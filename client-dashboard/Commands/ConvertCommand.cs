using System.CommandLine;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spectre.Console;
using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats;
using Tracking.Formats.Adapters;
using Tracking.Formats.Json;

namespace Tracking.Dashboard.Commands;

/// <summary>Reads a file of any format that is known and prints it as the partner API takes it, so that an integrator can try a file without a server.</summary>
internal static class ConvertCommand
{
    private static readonly JsonWriterOptions Json = new() { Indented = true, Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    public static Command Create(IAnsiConsole console, TimeProvider time)
    {
        var file = new Argument<string>("file") { Description = "The file, or - for standard input." };
        var carrier = new Option<string?>("--carrier") { Description = "The carrier whose numbers these are, where the file does not say." };
        var authority = new Option<string?>("--authority") { Description = "The authority that decided, where it is not the format's own; begins with its country: de-zoll." };
        var number = new Option<string?>("--number") { Description = "The number that the file is about, where it speaks of it under another name." };
        var procedure = new Option<string?>("--procedure") { Description = $"The customs procedure, where the file does not say: {EnumTexts.Permitted<CustomsProcedure>()}." };
        var format = new Option<string?>("--format") { Description = $"The format, where it is not recognised: {string.Join(", ", AllAdapters.All.Select(a => a.Name))}." };
        var command = new Command("convert", "Reads a file of any known format and prints canonical JSON with complaints. Exit code 0, 1 with complaints, 2 when nothing was understood.") { file, carrier, authority, number, procedure, format };
        command.SetAction((parsed, cancellationToken) => RunAsync(
            parsed.GetRequiredValue(file),
            parsed.GetValue(format),
            new MessageContext(new Reception(ReportedTime.From(time.GetUtcNow()).Microseconds, Actor.System))
            {
                Carrier = Code(parsed.GetValue(carrier), "--carrier"),
                Authority = Code(parsed.GetValue(authority), "--authority"),
                Number = parsed.GetValue(number),
                Procedure = ProcedureOf(parsed.GetValue(procedure)),
            },
            console,
            cancellationToken));
        return command;
    }

    private static string? Code(string? text, string option) => text is null
        ? null
        : ShipmentNumber.NormaliseCarrier(text) ?? throw new CommandFailedException($"{option} '{text}' is no code; send 1 to 32 characters of a-z, 0-9 and the hyphen.", ExitCodes.WrongInput);

    private static CustomsProcedure? ProcedureOf(string? text) => text is null
        ? null
        : EnumTexts.TryParse<CustomsProcedure>(text, out var procedure)
            ? procedure
            : throw new CommandFailedException($"--procedure '{text}' is none; give one of {EnumTexts.Permitted<CustomsProcedure>()}.", ExitCodes.WrongInput);

    private static async Task<int> RunAsync(string path, string? format, MessageContext context, IAnsiConsole console, CancellationToken cancellationToken)
    {
        var message = await ReadAsync(path, cancellationToken);
        var adapter = format is null
            ? AllAdapters.Recognise(message)
            : AllAdapters.All.FirstOrDefault(a => a.Name == format) ?? throw new CommandFailedException($"--format '{format}' is none; give one of {string.Join(", ", AllAdapters.All.Select(a => a.Name))}.", ExitCodes.WrongInput);
        if (adapter is null)
        {
            throw new CommandFailedException($"'{path}' is of no format that is known here. Known are: {string.Join("; ", AllAdapters.All.Select(a => a.Title))}. Name one with --format to see why it cannot be read.", ExitCodes.WrongInput);
        }

        var reading = adapter.Read(message, context);
        console.Profile.Out.Writer.WriteLine(await WriteAsync(reading, cancellationToken));
        return reading switch
        {
            { Understood: 0, Facts.Length: 0 } => ExitCodes.WrongInput,
            { Complaints.Length: 0, Unmapped.Length: 0 } => ExitCodes.Done,
            _ => ExitCodes.Differs,
        };
    }

    private static async Task<byte[]> ReadAsync(string path, CancellationToken cancellationToken)
    {
        var most = AllAdapters.All.Max(a => a.MostBytes);
        try
        {
            await using var input = path == "-" ? Console.OpenStandardInput() : File.OpenRead(path);
            using var bytes = new MemoryStream();
            var buffer = new byte[65_536];
            for (int read; (read = await input.ReadAsync(buffer, cancellationToken)) > 0;)
            {
                bytes.Write(buffer, 0, read);
                if (bytes.Length > most)
                {
                    throw new CommandFailedException($"'{path}' has more than {most:N0} bytes; convert it in parts.", ExitCodes.WrongInput);
                }
            }

            return bytes.ToArray();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"'{path}' cannot be read: {problem.Message} Check that it is there and that you may read it.", ExitCodes.WrongInput, problem);
        }
    }

    private static async Task<string> WriteAsync(MessageReading reading, CancellationToken cancellationToken)
    {
        using var output = new MemoryStream();
        await using (var writer = new Utf8JsonWriter(output, Json))
        {
            writer.WriteStartObject();
            writer.WriteString("format", reading.Format);
            writer.WriteString("sha256", reading.Sha256);
            writer.WriteNumber("understood", reading.Understood);
            writer.WriteStartArray("facts");
            foreach (var fact in reading.Facts)
            {
                writer.WriteStartObject();
                writer.WriteString("where", fact.Evidence?.Where);
                writer.WritePropertyName(FactJson.KindOf(fact));
                FactJson.Write(writer, fact);
                writer.WriteEndObject();
            }

            writer.WriteEndArray();
            WriteFaults(writer, reading);
            writer.WriteEndObject();
        }

        cancellationToken.ThrowIfCancellationRequested();
        return System.Text.Encoding.UTF8.GetString(output.GetBuffer(), 0, (int)output.Length);
    }

    private static void WriteFaults(Utf8JsonWriter writer, MessageReading reading)
    {
        writer.WriteStartArray("complaints");
        foreach (var complaint in reading.Complaints)
        {
            writer.WriteStartObject();
            writer.WriteString("where", complaint.Path);
            writer.WriteString("message", complaint.Message);
            writer.WriteString("remedy", complaint.Remedy);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteStartArray("unmapped");
        foreach (var code in reading.Unmapped)
        {
            writer.WriteStartObject();
            writer.WriteString("system", code.System);
            writer.WriteString("code", code.Code);
            writer.WriteString("where", code.Where);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("leftOut", reading.ComplaintsLeftOut + reading.UnmappedLeftOut);
        if (!reading.Acknowledgement.IsEmpty)
        {
            writer.WriteString("acknowledgement", System.Text.Encoding.UTF8.GetString(reading.Acknowledgement.Span));
        }
    }
}
