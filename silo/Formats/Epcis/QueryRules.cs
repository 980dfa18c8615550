using System.Text.Json;
using System.Xml.Linq;
using Tracking.Formats.Adapters;
using Tracking.Formats.Json;

namespace Tracking.Formats.Epcis;

/// <summary>Checks questions of EPCIS, which carry no events: that an integrator who tries one learns whether it is sound.</summary>
internal static class QueryRules
{
    private static readonly string[] Plain =
    [
        "@context", "eventType", "eventCountLimit", "maxEventCount", "orderBy", "orderDirection", "perPage", "nextPageToken", "EQ_action", "EQ_bizStep", "EQ_disposition",
        "EQ_readPoint", "WD_readPoint", "EQ_bizLocation", "WD_bizLocation", "EQ_transformationID", "EQ_eventID", "EXISTS_errorDeclaration", "EQ_errorReason", "EQ_correctiveEventID",
        "GE_eventTime", "LT_eventTime", "GE_recordTime", "LT_recordTime", "GE_errorDeclarationTime", "LT_errorDeclarationTime",
        "EQ_persistentDisposition_set", "EQ_persistentDisposition_unset", "EQ_quantity", "GT_quantity", "GE_quantity", "LT_quantity", "LE_quantity",
    ];

    // The rest of the name is a word of the vocabulary, or a field of one's own.
    private static readonly string[] Beginnings =
        ["MATCH_", "EQ_bizTransaction_", "EQ_source_", "EQ_destination_", "EQATTR_", "HASATTR_", "EQ_INNER_", "EXISTS_", "EQ_sensor", "EQ_type", "GE_value_", "LT_value_", "EQ_value_"];

    public static void Check(JsonElement query, Findings findings)
    {
        if (!query.EnumerateObject().Any(p => p.Name.Contains('_') || p.Name == "eventType"))
        {
            findings.Complain("/type", "is missing", "Send an EPCISDocument, an EPCISQueryDocument or an event.");
            return;
        }

        var before = findings.Complaints;
        foreach (var parameter in query.EnumerateObject())
        {
            Known(parameter.Name, $"/{Texts.Cut(parameter.Name, Limits.Code)}", findings);
        }

        findings.Understood += findings.Complaints == before ? 1 : 0;
    }

    public static void Check(XElement poll, Findings findings)
    {
        var before = findings.Complaints;
        if (poll.Elements().FirstOrDefault(e => e.Name.LocalName == "queryName") is not { Value.Length: > 0 })
        {
            findings.Complain("/Poll/queryName", "is missing", "Name the query: SimpleEventQuery.");
        }

        var at = 0;
        foreach (var parameter in poll.Descendants().Where(e => e.Name.LocalName == "param"))
        {
            var where = $"/Poll/params/{at++}";
            if (parameter.Elements().FirstOrDefault(e => e.Name.LocalName == "value") is null)
            {
                findings.Complain($"{where}/value", "is missing", "Give each parameter its value.");
            }

            Known(parameter.Elements().FirstOrDefault(e => e.Name.LocalName == "name")?.Value.Trim() ?? "", $"{where}/name", findings);
        }

        findings.Understood += findings.Complaints == before ? 1 : 0;
    }

    private static void Known(string name, string where, Findings findings)
    {
        if (!Plain.Contains(name) && !name.Contains(':') && !Beginnings.Any(b => name.StartsWith(b, StringComparison.Ordinal)))
        {
            findings.Complain(where, "is no parameter of the simple event query", "Leave it out, or send one that the standard has.");
        }
    }
}
