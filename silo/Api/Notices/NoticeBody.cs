using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Notices;
using Tracking.Domain.Notices;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Orders;

namespace Tracking.Silo.Api.Notices;

/// <summary>Reads a notice that is to be issued.</summary>
internal static class NoticeBody
{
    public static (NoticeRequest? Request, ImmutableArray<Complaint> Complaints) Read(JsonElement root, ReportedTime at)
    {
        var complaints = new List<Complaint>();
        var fields = new BodyFields(root, "", complaints, "authority", "hold", "kind", "revision", "reference", "recipient", "fields", "officer");
        var authority = fields.Normal("authority", ShipmentNumber.LongestCarrier, ShipmentNumber.NormaliseCarrier, "a code of a-z, 0-9 and the hyphen", required: true);
        var hold = fields.Text("hold", Limits.Id, required: true);
        var kind = fields.OneOf<NoticeKind>("kind");
        var revision = fields.Whole("revision", 0, int.MaxValue);
        var (reference, recipient) = (fields.Text("reference", Limits.Id), fields.Text("recipient", Limits.Name));
        var said = fields.Texts("fields", Enum.GetValues<NoticeField>().Length, Limits.Code);
        foreach (var unknown in said.Where(f => !EnumTexts.TryParse<NoticeField>(f, out _)))
        {
            fields.Complain("fields", $"has {unknown}, which is no field of a notice", $"Permitted are {EnumTexts.Permitted<NoticeField>()}.");
        }

        var officer = CommandReading.Officer(root, fields, authority);
        return complaints.Count > 0
            ? (null, [.. complaints])
            : (new NoticeRequest
            {
                Authority = authority!,
                Hold = hold!,
                Kind = EnumTexts.ToText(kind!.Value),
                Revision = revision!.Value,
                Reference = reference,
                Recipient = recipient,
                Fields = said,
                By = officer!,
                At = at,
            }, []);
    }
}
