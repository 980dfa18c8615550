using System.Text.Json;
using Tracking.Formats.Epcis;
using Tracking.Journal.Epcis;

namespace Tracking.Silo.Api.Epcis;

/// <summary>Answers with events of EPCIS: their own bytes, with the time of record.</summary>
internal static class EventAnswer
{
    private const string Context = "https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld";

    /// <summary>Sends events as an EPCISQueryDocument.</summary>
    public static Task SendAsync(HttpContext context, ImmutableArray<FoundEvent> events) => JsonAnswer.SendAsync(context, MediaType(context), writer =>
    {
        writer.WriteStartObject();
        WriteContext(writer, events);
        writer.WriteString("type"u8, "EPCISQueryDocument");
        writer.WriteString("schemaVersion"u8, "2.0");
        writer.WriteString("creationDate"u8, Now(context));
        writer.WriteStartObject("epcisBody"u8);
        writer.WriteStartObject("queryResults"u8);
        writer.WriteString("queryName"u8, "SimpleEventQuery");
        writer.WriteStartObject("resultsBody"u8);
        writer.WriteStartArray("eventList"u8);
        foreach (var one in events)
        {
            writer.WriteStartObject();
            WriteMembers(writer, one);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
        writer.WriteEndObject();
    });

    /// <summary>Sends one event.</summary>
    public static Task SendOneAsync(HttpContext context, FoundEvent one) => JsonAnswer.SendAsync(context, MediaType(context), writer =>
    {
        writer.WriteStartObject();
        WriteContext(writer, [one]);
        WriteMembers(writer, one);
        writer.WriteEndObject();
    });

    /// <summary>Sends the members of a collection.</summary>
    /// <param name="context">The call.</param>
    /// <param name="members">The members.</param>
    /// <param name="next">Where the next page begins; null where there is none.</param>
    public static Task SendListAsync(HttpContext context, ImmutableArray<string> members, string? next)
    {
        if (next is not null)
        {
            PageQuestion.LinkNext(context, next);
        }

        return JsonAnswer.SendAsync(context, MediaType(context), writer =>
        {
            writer.WriteStartObject();
            writer.WriteString("@context"u8, Context);
            writer.WriteString("type"u8, "Collection");
            writer.WriteStartArray("member"u8);
            foreach (var member in members)
            {
                writer.WriteStringValue(member);
            }

            writer.WriteEndArray();
            writer.WriteEndObject();
        });
    }

    private static void WriteContext(Utf8JsonWriter writer, ImmutableArray<FoundEvent> events)
    {
        writer.WriteStartArray("@context"u8);
        writer.WriteStringValue(Context);
        foreach (var context in events.Select(e => e.Context).OfType<string>().Distinct(StringComparer.Ordinal))
        {
            using var own = JsonDocument.Parse(context);
            foreach (var part in own.RootElement.EnumerateArray())
            {
                part.WriteTo(writer);
            }
        }

        writer.WriteEndArray();
    }

    private static void WriteMembers(Utf8JsonWriter writer, FoundEvent one)
    {
        writer.WriteString("recordTime"u8, EventForm.Time(one.RecordTime));
        using var own = JsonDocument.Parse(one.Payload, new JsonDocumentOptions { MaxDepth = 128 });
        foreach (var member in own.RootElement.EnumerateObject().Where(m => m.Name != "@context"))
        {
            member.WriteTo(writer);
        }
    }

    private static string Now(HttpContext context) => context.RequestServices.GetRequiredService<TimeProvider>().GetUtcNow().ToString("yyyy-MM-dd'T'HH:mm:ss.fff'Z'");

    private static string MediaType(HttpContext context) =>
        context.Request.Headers.Accept.ToString().Contains(EpcisWriter.MediaType, StringComparison.OrdinalIgnoreCase) ? EpcisWriter.MediaType : JsonAnswer.MediaType;
}
