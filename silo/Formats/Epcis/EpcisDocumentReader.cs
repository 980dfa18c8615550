using System.Buffers;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Unicode;
using Tracking.Formats.Adapters;
using Tracking.Formats.Json;

namespace Tracking.Formats.Epcis;

/// <summary>Reads documents of EPCIS for a repository: every event whole, with what it says of parcels.</summary>
public static class EpcisDocumentReader
{
    /// <summary>The longest word or id of a place, in bytes of UTF-8: longer ones fit into no index.</summary>
    public const int LongestWord = 1_024;

    private static readonly EpcisAdapter Adapter = new();
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };
    private static readonly (string Field, EpcisRole Role)[] Lists =
        [("epcList", EpcisRole.Object), ("childEPCs", EpcisRole.Object), ("inputEPCList", EpcisRole.Input), ("outputEPCList", EpcisRole.Output)];

    /// <summary>Reads a document or one event.</summary>
    /// <param name="message">The bytes.</param>
    /// <param name="context">What they do not say.</param>
    public static EpcisDocument Read(ReadOnlyMemory<byte> message, MessageContext context)
    {
        var findings = new Findings(Adapter, message.Span, context);
        var events = ImmutableArray.CreateBuilder<EpcisEvent>();
        var refused = ImmutableArray.CreateBuilder<RefusedEvent>();
        var kept = 0;
        var isText = Utf8.IsValid(message.Span) || message.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..];
        if (!isText)
        {
            findings.Complain("/", "is no UTF-8", "Send UTF-8.");
        }

        var namespaces = isText ? EpcisAdapter.Walk(message, findings, Each) : null;

        // What was complained of outside of the events is wrong with the document; what its events say of parcels is not.
        return new EpcisDocument(namespaces, events.ToImmutable(), refused.ToImmutable(), findings.ToReading(), findings.Complaints == kept);

        void Each(JsonElement one, string where, Complaint? fault)
        {
            var before = findings.Complaints;
            if (Event(one, where, fault, findings) is { } good)
            {
                events.Add(good);
            }
            else
            {
                var complaints = findings.ComplaintsFrom(before);
                refused.Add(new RefusedEvent(where, complaints.IsEmpty ? [new Complaint(where, "breaks a rule, as many before it", "Mend the others first.")] : complaints));
            }

            kept += findings.Complaints - before;
        }
    }

    private static EpcisEvent? Event(JsonElement one, string where, Complaint? fault, Findings findings)
    {
        if (!EventRules.Keeps(one, where, fault, findings) || !Fits(one, where, findings))
        {
            return null;
        }

        findings.Understood++;
        var first = findings.Facts;
        EventFacts.Add(one, where, findings);
        var id = Text(one, "eventID") ?? EventFacts.GivenId + EventFacts.IdOf(one);
        return new EpcisEvent
        {
            Where = where,
            Id = id,
            DeclaredAt = one.TryGetProperty("errorDeclaration", out var error) ? TimeOf(error, "declarationTime") : 0,
            Type = Text(one, "type")!,
            Action = Text(one, "action"),
            EventTime = TimeOf(one, "eventTime"),
            Step = Text(one, "bizStep") is { } step ? Vocabulary.Short(step) : null,
            Disposition = Text(one, "disposition") is { } state ? Vocabulary.Short(state) : null,
            ReadPoint = Place(one, "readPoint"),
            Location = Place(one, "bizLocation"),
            Payload = Payload(one, id),
            Names = Names(one),
            Facts = findings.FactsFrom(first),
        };
    }

    /// <summary>Whether the words by which it is found have a length and characters that an index takes.</summary>
    private static bool Fits(JsonElement one, string where, Findings findings)
    {
        foreach (var (field, word) in (ReadOnlySpan<(string, string?)>)
        [
            ("eventID", Text(one, "eventID")), ("bizStep", Text(one, "bizStep")), ("disposition", Text(one, "disposition")),
            ("readPoint/id", Place(one, "readPoint")), ("bizLocation/id", Place(one, "bizLocation")),
        ])
        {
            if (word is not null && (word.Contains('\0', StringComparison.Ordinal) || Encoding.UTF8.GetByteCount(word) > LongestWord))
            {
                findings.Complain($"{where}/{field}", $"is longer than {LongestWord} bytes, or has a NUL", "Shorten it.");
                return false;
            }
        }

        return true;
    }

    /// <summary>The event's own bytes, unless its id is missing or a time of record is in it, which is the repository's to say.</summary>
    private static byte[] Payload(JsonElement one, string id)
    {
        if (one.TryGetProperty("eventID", out _) && !one.TryGetProperty("recordTime", out _))
        {
            return JsonMarshal.GetRawUtf8Value(one).ToArray();
        }

        var buffer = new ArrayBufferWriter<byte>(1_024);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            writer.WriteStartObject();
            writer.WriteString("eventID"u8, id);
            foreach (var field in one.EnumerateObject().Where(f => f.Name is not ("eventID" or "recordTime")))
            {
                writer.WritePropertyName(field.Name);
                writer.WriteRawValue(JsonMarshal.GetRawUtf8Value(field.Value), skipInputValidation: true);
            }

            writer.WriteEndObject();
        }

        return buffer.WrittenSpan.ToArray();
    }

    private static ImmutableArray<(string Uri, EpcisRole Role)> Names(JsonElement one)
    {
        var names = new Dictionary<string, EpcisRole>(StringComparer.Ordinal);
        foreach (var (field, role) in Lists)
        {
            if (one.TryGetProperty(field, out var list))
            {
                foreach (var item in list.EnumerateArray())
                {
                    Add(EpcisNames.Of(item.GetString()!), role);
                }
            }
        }

        if (Text(one, "parentID") is { } parent)
        {
            Add(EpcisNames.Of(parent), EpcisRole.Parent);
        }

        if (one.TryGetProperty("bizTransactionList", out var transactions))
        {
            foreach (var item in transactions.EnumerateArray())
            {
                var transaction = Text(item, "bizTransaction")!;
                Add(EpcisNames.Transaction(null, transaction), EpcisRole.Transaction);
                if (Text(item, "type") is { } type)
                {
                    Add(EpcisNames.Transaction(type, transaction), EpcisRole.Transaction);
                }
            }
        }

        return [.. names.Select(n => (n.Key, n.Value))];

        void Add(string uri, EpcisRole role) => names[uri] = names.GetValueOrDefault(uri) | role;
    }

    private static long TimeOf(JsonElement one, string field)
    {
        IsoTime.Read(Encoding.UTF8.GetBytes(Text(one, field)!), out var time);
        return time.Microseconds;
    }

    private static string? Place(JsonElement one, string field) => one.TryGetProperty(field, out var place) ? Text(place, "id") : null;

    private static string? Text(JsonElement one, string name) => one.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
