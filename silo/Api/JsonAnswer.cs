using System.Collections.Immutable;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tracking.Formats;

namespace Tracking.Silo.Api;

/// <summary>Sends JSON that is written by hand, straight into the response's buffer.</summary>
internal static class JsonAnswer
{
    public const string MediaType = "application/json";

    /// <summary>The media types forbid nothing that the relaxed encoder leaves alone: no answer is ever put into HTML.</summary>
    public static JsonWriterOptions Options { get; } = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    public static async Task SendAsync(HttpContext context, string mediaType, Action<Utf8JsonWriter> write)
    {
        var response = context.Response;
        response.ContentType = mediaType;
        response.Headers.CacheControl = "no-store";
        await using (var writer = new Utf8JsonWriter(response.BodyWriter, Options))
        {
            write(writer);
        }

        await response.BodyWriter.FlushAsync();
    }

    /// <summary>Complaints as an array of field, message and remedy.</summary>
    public static void Write(Utf8JsonWriter writer, ImmutableArray<Complaint> complaints)
    {
        writer.WriteStartArray();
        foreach (var complaint in complaints)
        {
            writer.WriteStartObject();
            writer.WriteString("field"u8, complaint.Path);
            writer.WriteString("message"u8, complaint.Message);
            writer.WriteString("remedy"u8, complaint.Remedy);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }
}
