using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Json;

namespace Tracking.Formats.Epcis;

/// <summary>
/// Writes facts as an EPCIS 2.0 document. Everybody reads the standard's fields; an extension holds each fact whole, since
/// the vocabulary has fewer words, so that a document that comes back loses nothing.
/// </summary>
public static class EpcisWriter
{
    /// <summary>The media type of a document.</summary>
    public const string MediaType = "application/ld+json";

    /// <summary>The prefix of the extension.</summary>
    internal const string Prefix = "tracking:";

    private const string Context = "https://ref.gs1.org/standards/epcis/epcis-context.jsonld";

    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    /// <summary>A document in UTF-8.</summary>
    /// <param name="facts">The facts, each an event, in their order.</param>
    /// <param name="created">When the document is made.</param>
    public static byte[] ToUtf8(IEnumerable<Fact> facts, DateTimeOffset created)
    {
        var buffer = new ArrayBufferWriter<byte>(4_096);
        using (var writer = new Utf8JsonWriter(buffer, Options))
        {
            Write(writer, facts, created);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a document.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="facts">The facts, each an event, in their order.</param>
    /// <param name="created">When the document is made.</param>
    public static void Write(Utf8JsonWriter writer, IEnumerable<Fact> facts, DateTimeOffset created)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(facts);
        writer.WriteStartObject();
        writer.WriteStartArray("@context"u8);
        writer.WriteStringValue(Context);
        writer.WriteStartObject();
        writer.WriteString("tracking"u8, "urn:tracking:epcis:");
        writer.WriteEndObject();
        writer.WriteEndArray();
        writer.WriteString("type"u8, "EPCISDocument");
        writer.WriteString("schemaVersion"u8, "2.0");
        writer.WriteString("creationDate"u8, ReportedTime.From(created).ToString());
        writer.WriteStartObject("epcisBody"u8);
        writer.WriteStartArray("eventList"u8);
        foreach (var fact in facts)
        {
            Event(writer, fact);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
        writer.WriteEndObject();
    }

    private static void Event(Utf8JsonWriter writer, Fact fact)
    {
        var isAggregation = fact is Manifest { Pieces.Length: > 0 };
        writer.WriteStartObject();
        writer.WriteString("type"u8, isAggregation ? "AggregationEvent" : fact is Dispatch ? "TransactionEvent" : "ObjectEvent");
        if (fact.Id is { } id)
        {
            writer.WriteString("eventID"u8, $"urn:tracking:fact:{fact.Source}:{Uri.EscapeDataString(id)}");
        }

        var time = fact.OccurredAt.ToString();
        writer.WriteString("eventTime"u8, time);
        writer.WriteString("eventTimeZoneOffset"u8, time.AsSpan(time.Length - 6));
        writer.WriteString("action"u8, isAggregation || fact is Dispatch ? "ADD" : "OBSERVE");
        switch (fact)
        {
            case Scan scan:
                Numbers(writer, "epcList", fact.Number, []);
                Words(writer, Vocabulary.Words(scan.Status));
                Place(writer, scan.Place);
                break;
            case Manifest manifest when isAggregation:
                writer.WriteString("parentID"u8, NumberUris.Of(fact.Number));
                Numbers(writer, "childEPCs", fact.Number, manifest.Pieces);
                Words(writer, ("consigning", null));
                break;
            case Manifest:
                Numbers(writer, "epcList", fact.Number, []);
                Words(writer, ("consigning", null));
                break;
            case Dispatch dispatch:
                Numbers(writer, "epcList", fact.Number, []);
                Order(writer, dispatch);
                break;
            case Decision decision:
                Numbers(writer, "epcList", fact.Number, decision.Pieces);
                Words(writer, (StepOf(decision.Kind), null));
                break;
        }

        writer.WritePropertyName(Prefix + FactJson.KindOf(fact));
        FactJson.Write(writer, fact);
        writer.WriteEndObject();
    }

    private static void Numbers(Utf8JsonWriter writer, string list, ShipmentNumber number, System.Collections.Immutable.ImmutableArray<string> pieces)
    {
        writer.WriteStartArray(list);
        if (pieces.IsDefaultOrEmpty)
        {
            writer.WriteStringValue(NumberUris.Of(number));
        }
        else
        {
            foreach (var piece in pieces)
            {
                writer.WriteStringValue(NumberUris.Of(number.Sibling(piece)));
            }
        }

        writer.WriteEndArray();
    }

    private static void Words(Utf8JsonWriter writer, (string Step, string? State) words)
    {
        writer.WriteString("bizStep"u8, words.Step);
        if (words.State is { } state)
        {
            writer.WriteString("disposition"u8, state);
        }
    }

    private static void Place(Utf8JsonWriter writer, Place? place)
    {
        if (place is not null)
        {
            writer.WriteStartObject("readPoint"u8);
            writer.WriteString("id"u8, $"urn:tracking:place:{Uri.EscapeDataString(place.ToString())}");
            writer.WriteEndObject();
        }
    }

    private static void Order(Utf8JsonWriter writer, Dispatch dispatch)
    {
        writer.WriteStartArray("bizTransactionList"u8);
        writer.WriteStartObject();
        writer.WriteString("type"u8, "po");
        writer.WriteString("bizTransaction"u8, $"urn:tracking:order:{dispatch.Seller.Marketplace}:{Uri.EscapeDataString(dispatch.Order ?? dispatch.Listing ?? dispatch.Seller.Account)}");
        writer.WriteEndObject();
        writer.WriteEndArray();
    }

    private static string StepOf(DecisionKind kind) => kind switch
    {
        DecisionKind.HoldPlaced or DecisionKind.Detained or DecisionKind.Seized or DecisionKind.Excluded or DecisionKind.RequestPlaced => "holding",
        DecisionKind.ExamOrdered or DecisionKind.ExamCompleted => "inspecting",
        DecisionKind.Destroyed => "destroying",
        _ => "other",
    };
}
