using System.Text;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Shipments;

namespace Tracking.Formats.Csv;

/// <summary>Writes a shipment's timeline as comma-separated values (RFC 4180), a line an event, in the one order of facts.</summary>
public static class ShipmentCsv
{
    /// <summary>The media type.</summary>
    public const string MediaType = "text/csv";

    private static readonly string[] Columns =
        ["carrier", "number", "event", "id", "occurredAt", "receivedAt", "source", "says", "code", "text", "place", "customs", "reportedBy", "replacedBy"];

    /// <summary>The timeline in UTF-8.</summary>
    /// <param name="shipment">The shipment.</param>
    public static byte[] ToUtf8(ShipmentView shipment)
    {
        ArgumentNullException.ThrowIfNull(shipment);
        var text = new StringBuilder();
        Line(text, Columns);
        foreach (var entry in shipment.Timeline)
        {
            var number = entry.Fact?.Number.Number ?? shipment.Number;
            Line(text, [
                shipment.Carrier, number, entry.Type, entry.Id, Time(entry.OccurredAt), Time(entry.ReceivedAt), entry.Fact?.Source ?? "",
                .. Says(entry), entry.By.Organisation, entry.ReplacedBy ?? "",
            ]);
        }

        return Encoding.UTF8.GetBytes(text.ToString());
    }

    private static string[] Says(TimelineEntry entry) => entry.Fact switch
    {
        Scan scan => [EnumTexts.ToText(scan.Status), scan.Code ?? "", scan.Text ?? "", scan.Place?.ToString() ?? "", scan.Customs == CustomsReport.None ? "" : EnumTexts.ToText(scan.Customs)],
        Decision decision => [EnumTexts.ToText(decision.Kind), decision.Code ?? decision.Hold?.Code ?? "", decision.Text ?? "", decision.Hold?.Port ?? "", EnumTexts.ToText(decision.Procedure)],
        Manifest manifest => ["", "", manifest.Conveyance ?? "", manifest.Destination?.ToString() ?? "", ""],
        Dispatch dispatch => ["", dispatch.Order ?? "", "", "", ""],
        _ => ["", "", entry.Note ?? "", "", ""],
    };

    private static string Time(DateTimeOffset time) => time.ToString("yyyy-MM-dd'T'HH:mm:ss.FFFFFFzzz");

    private static void Line(StringBuilder text, string[] values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            text.Append(i == 0 ? "" : ",").Append(Quoted(values[i]));
        }

        text.Append("\r\n");
    }

    // A spreadsheet runs what begins like a formula, and carriers' words come from anywhere.
    private static string Quoted(string value)
    {
        var safe = value is ['=' or '+' or '-' or '@' or '\t' or '\r', ..] ? "'" + value : value;
        return safe.AsSpan().ContainsAny(",\"\r\n") ? $"\"{safe.Replace("\"", "\"\"", StringComparison.Ordinal)}\"" : safe;
    }
}
