using System.Text.Json;
using Tracking.Contracts.Cases;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Cases;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Orders;

namespace Tracking.Silo.Api.Cases;

/// <summary>Reads a command on a case.</summary>
internal static class CaseBody
{
    /// <summary>Files that one command may rest on.</summary>
    public const int MostFiles = 32;

    /// <summary>The size that a file may have, in bytes.</summary>
    public const long LargestFile = 1L << 40;

    private const int HashLength = 64;

    public static (CaseRequest? Request, ImmutableArray<Complaint> Complaints) Read(JsonElement root, ReportedTime at)
    {
        var complaints = new List<Complaint>();
        var fields = new BodyFields(root, "", complaints, "authority", "hold", "action", "revision", "clock", "reason", "reference", "officer", "evidence");
        var authority = fields.Normal("authority", ShipmentNumber.LongestCarrier, ShipmentNumber.NormaliseCarrier, "a code of a-z, 0-9 and the hyphen", required: true);
        var hold = fields.Text("hold", Limits.Id, required: true);
        var action = fields.OneOf<CaseAction>("action");
        var revision = fields.Whole("revision", 0, int.MaxValue);
        var (clock, reason, reference) = (fields.Text("clock", Limits.Id), fields.Text("reason", Limits.Prose), fields.Text("reference", Limits.Id));
        var officer = CommandReading.Officer(root, fields, authority);
        if (action == CaseAction.ConfirmEffect && clock is null)
        {
            fields.Complain("clock", "is missing, which confirm-effect needs", "Name the clock whose effect is confirmed.");
        }

        var evidence = Files(root, fields, complaints);
        return complaints.Count > 0
            ? (null, [.. complaints])
            : (new CaseRequest
            {
                Authority = authority!,
                Hold = hold!,
                Action = EnumTexts.ToText(action!.Value),
                Revision = revision!.Value,
                Clock = clock,
                Reason = reason,
                Reference = reference,
                Evidence = evidence,
                By = officer!,
                At = at,
            }, []);
    }

    private static ImmutableArray<CaseFile> Files(JsonElement root, BodyFields fields, List<Complaint> complaints)
    {
        if (!root.TryGetProperty("evidence", out var list) || list.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (list.ValueKind != JsonValueKind.Array || list.GetArrayLength() > MostFiles || list.EnumerateArray().Any(e => e.ValueKind != JsonValueKind.Object))
        {
            fields.Complain("evidence", $"must be a list of at most {MostFiles} objects", "Send for each file its name, mediaType, bytes and sha256.");
            return [];
        }

        return [.. list.EnumerateArray().Select((file, index) => File(new BodyFields(file, $"/evidence/{index}", complaints, "name", "mediaType", "bytes", "sha256"), file))];
    }

    private static CaseFile File(BodyFields fields, JsonElement file)
    {
        var name = fields.Text("name", Limits.Name, required: true);
        var mediaType = fields.Text("mediaType", Limits.Label, required: true);
        var sha256 = fields.Text("sha256", HashLength, required: true);
        if (sha256 is not null && (sha256.Length != HashLength || !sha256.All(char.IsAsciiHexDigit)))
        {
            fields.Complain("sha256", "is not a SHA-256", "Send 64 hexadecimal digits.");
        }

        var bytes = 0L;
        if (!file.TryGetProperty("bytes", out var size) || size.ValueKind != JsonValueKind.Number || !size.TryGetInt64(out bytes) || bytes is < 0 or > LargestFile)
        {
            fields.Complain("bytes", $"must be a whole number from 0 to {LargestFile}", "Send the size of the file in bytes.");
        }

        return new CaseFile(name ?? "", mediaType ?? "", bytes, sha256?.ToLowerInvariant() ?? "");
    }
}
