using System.Text.Json;
using System.Xml;
using Tracking.Formats.Adapters;

namespace Tracking.Formats.Epcis;

/// <summary>Reads GS1 EPCIS: documents, query results and single events, JSON and JSON-LD of 2.0, XML of 1.2 and 2.0.</summary>
public sealed class EpcisAdapter : IAdapter
{
    /// <summary>The longest document, in bytes.</summary>
    public const int LongestDocument = 8 * 1024 * 1024;

    private const int MarksWithin = 64 * 1024;

    /// <inheritdoc/>
    public string Name => "epcis";

    /// <inheritdoc/>
    public string Title => "GS1 EPCIS (2.0 JSON, 1.2 and 2.0 XML)";

    /// <inheritdoc/>
    public int MostBytes => LongestDocument;

    /// <inheritdoc/>
    public bool Recognises(ReadOnlySpan<byte> message)
    {
        var beginning = message[..Math.Min(message.Length, MarksWithin)];
        return beginning.IndexOf("EPCISDocument"u8) >= 0 || beginning.IndexOf("EPCISQueryDocument"u8) >= 0 || beginning.IndexOf("EPCISMasterDataDocument"u8) >= 0
            || (beginning.IndexOf("eventTimeZoneOffset"u8) >= 0 && beginning.IndexOf("eventTime"u8) >= 0) || beginning.IndexOf("standards/epcis/"u8) >= 0;
    }

    /// <inheritdoc/>
    public MessageReading Read(ReadOnlyMemory<byte> message, MessageContext context)
    {
        ArgumentNullException.ThrowIfNull(context);
        var findings = new Findings(this, message.Span, context);
        Walk(message, findings, (one, where, fault) => Event(one, where, fault, findings));
        return findings.ToReading();
    }

    /// <summary>Goes through the events of a message; what is around them is complained of.</summary>
    /// <param name="message">The message.</param>
    /// <param name="findings">Where to complain.</param>
    /// <param name="each">Takes each event, where it stands, and what the form of the document already says against it. The element lives no longer than the call.</param>
    /// <returns>The namespaces of a document beside the standard's, as JSON; null where there are none.</returns>
    internal static string? Walk(ReadOnlyMemory<byte> message, Findings findings, Action<JsonElement, string, Complaint?> each)
    {
        var rest = message.Span.StartsWith((ReadOnlySpan<byte>)[0xEF, 0xBB, 0xBF]) ? message[3..] : message;
        try
        {
            if (rest.Span.TrimStart(" \t\r\n"u8) is [(byte)'<', ..])
            {
                return Xml(rest[(rest.Length - rest.Span.TrimStart(" \t\r\n"u8).Length)..], findings, each);
            }

            using var document = JsonDocument.Parse(rest, new JsonDocumentOptions { MaxDepth = 128 });
            return Json(document.RootElement, findings, each);
        }
        catch (JsonException fault)
        {
            findings.Complain("/", $"is no JSON at line {fault.LineNumber + 1}, byte {fault.BytePositionInLine + 1}", "Send a whole document.");
        }
        catch (XmlException fault)
        {
            findings.Complain("/", $"is no XML at line {fault.LineNumber}, column {fault.LinePosition}", "Send a whole document.");
        }
        catch (Exception fault) when (fault is InvalidOperationException or ArgumentException or NotSupportedException)
        {
            findings.Complain("/", "has text that is not in its encoding, or a name twice", "Send UTF-8.");
        }

        return null;
    }

    private static string? Json(JsonElement root, Findings findings, Action<JsonElement, string, Complaint?> each)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            findings.Complain("/", "is no object", "Send an EPCISDocument or an event.");
            return null;
        }

        if (!root.TryGetProperty("type", out var type))
        {
            QueryRules.Check(root, findings);
            return null;
        }

        if (type.ValueKind == JsonValueKind.String && EventShape.Types.ContainsKey(type.GetString()!))
        {
            each(root, "", null);
            return null;
        }

        if (DocumentRules.EventsOf(root, findings) is not { } found)
        {
            return null;
        }

        var at = 0;
        foreach (var one in found.Events.EnumerateArray())
        {
            each(one, $"{found.Where}/{at++}", null);
        }

        findings.Understood += at == 0 ? 1 : 0;
        return DocumentRules.NamespacesOf(root);
    }

    private static string? Xml(ReadOnlyMemory<byte> message, Findings findings, Action<JsonElement, string, Complaint?> each)
    {
        var root = EpcisXml.Load(message);
        if (root.Descendants().FirstOrDefault(e => e.Name.LocalName == "Poll") is { } poll)
        {
            QueryRules.Check(poll, findings);
            return null;
        }

        var at = 0;
        var isTwo = ((string?)root.Attribute("schemaVersion") ?? "2").StartsWith('2');
        foreach (var one in EpcisXml.Events(root))
        {
            var where = $"/EventList/{at++}";
            Complaint? fault = isTwo && EpcisXml.IsOutOfOrder(one)
                ? new Complaint($"{where}/eventTime", "comes after the action", "Keep the order of the schema: the times come first.")
                : null;

            // Elements that are repeated where one is permitted make a name twice, which JSON has not.
            using var json = JsonDocument.Parse(EpcisXml.ToJson(one).ToJsonString(), new JsonDocumentOptions { MaxDepth = 128 });
            each(json.RootElement, where, fault);
        }

        if (at == 0 && !root.Name.LocalName.StartsWith("EPCIS", StringComparison.Ordinal))
        {
            findings.Complain("/", "is neither an EPCIS document nor an event", "Send an EPCISDocument.");
        }
        else if (at == 0)
        {
            findings.Understood++;
        }

        return EpcisXml.NamespacesOf(root);
    }

    private static void Event(JsonElement one, string where, Complaint? fault, Findings findings)
    {
        if (EventRules.Keeps(one, where, fault, findings))
        {
            findings.Understood++;
            EventFacts.Add(one, where, findings);
        }
    }
}
