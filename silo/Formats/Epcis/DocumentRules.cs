using System.Text;
using System.Text.Json;
using Tracking.Formats.Adapters;
using Tracking.Formats.Json;

namespace Tracking.Formats.Epcis;

/// <summary>Checks what is around the events of a JSON document.</summary>
internal static class DocumentRules
{
    private static readonly string[] Bodies = ["epcisBody/eventList", "epcisBody/queryResults/resultsBody/eventList"];

    /// <summary>The events of a document; null where it is none, which is complained of.</summary>
    public static (JsonElement Events, string Where)? EventsOf(JsonElement root, Findings findings)
    {
        if (root.GetProperty("type").ValueKind != JsonValueKind.String || root.GetProperty("type").GetString() is not ("EPCISDocument" or "EPCISQueryDocument"))
        {
            findings.Complain("/type", "is neither a document nor an event of EPCIS", "Send an EPCISDocument, an EPCISQueryDocument or an event.");
            return null;
        }

        var before = findings.Complaints;
        foreach (var required in (ReadOnlySpan<string>)["@context", "schemaVersion", "creationDate", "epcisBody"])
        {
            if (!root.TryGetProperty(required, out _))
            {
                findings.Complain($"/{required}", "is missing", $"Every document needs {required}.");
            }
        }

        if (root.TryGetProperty("creationDate", out var created)
            && (created.ValueKind != JsonValueKind.String || IsoTime.Read(Encoding.UTF8.GetBytes(created.GetString()!), out _) is not null))
        {
            findings.Complain("/creationDate", "is no time of ISO 8601 with an offset", $"Send it like {IsoTime.Example}.");
        }

        if (root.TryGetProperty("schemaVersion", out var version) && (version.ValueKind != JsonValueKind.String || !version.GetString()!.StartsWith('2')))
        {
            findings.Complain("/schemaVersion", "is no version that has JSON", "Send 2.0.");
        }

        if (findings.Complaints > before)
        {
            return null;
        }

        foreach (var body in Bodies)
        {
            if (At(root, body) is { ValueKind: JsonValueKind.Array } events)
            {
                return (events, "/" + body);
            }
        }

        findings.Complain("/epcisBody", "has no events", "Send them in epcisBody.eventList.");
        return null;
    }

    /// <summary>The context of a document beside the standard's own, as JSON; null where there is none.</summary>
    public static string? NamespacesOf(JsonElement root)
    {
        if (!root.TryGetProperty("@context", out var context))
        {
            return null;
        }

        var own = context.ValueKind == JsonValueKind.Array ? context.EnumerateArray().ToArray() : [context];
        own = [.. own.Where(c => c.ValueKind != JsonValueKind.String || !c.GetString()!.EndsWith("epcis-context.jsonld", StringComparison.Ordinal))];
        return own.Length == 0 ? null : $"[{string.Join(',', own.Select(c => c.GetRawText()))}]";
    }

    private static JsonElement? At(JsonElement from, string path)
    {
        foreach (var step in path.Split('/'))
        {
            if (from.ValueKind != JsonValueKind.Object || !from.TryGetProperty(step, out from))
            {
                return null;
            }
        }

        return from;
    }
}
