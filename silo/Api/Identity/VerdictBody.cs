using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Orders;

namespace Tracking.Silo.Api.Identity;

/// <summary>An investigator's verdict on a link.</summary>
internal sealed record VerdictBody(SellerKey One, SellerKey Other, bool Confirmed, int Version, string Reason)
{
    public static (VerdictBody? Verdict, ImmutableArray<Complaint> Complaints) Read(JsonElement root)
    {
        var complaints = new List<Complaint>();
        var fields = new BodyFields(root, "", complaints, "sellers", "verdict", "version", "reason");
        var sellers = fields.Texts("sellers", 2, ShipmentNumber.LongestCarrier + 1 + SellerKey.LongestAccount);
        var confirmed = fields.OneOf("verdict", text => text switch { "confirm" => true, "refute" => false, _ => (bool?)null }, "confirm, refute");
        var version = fields.Whole("version", 1, int.MaxValue);
        var reason = fields.Text("reason", Limits.Prose, required: true);
        var keys = sellers.Select(Key).OfType<SellerKey>().Distinct().ToList();
        if (keys.Count != 2 && !complaints.Exists(c => c.Path == "/sellers"))
        {
            fields.Complain("sellers", "must be two sellers", "Send a list of two texts, each marketplace/account.");
        }

        return complaints.Count > 0 ? (null, [.. complaints]) : (new VerdictBody(keys[0], keys[1], confirmed!.Value, version!.Value, reason!), []);
    }

    private static SellerKey? Key(string text) =>
        text.IndexOf('/', StringComparison.Ordinal) is var slash and > 0 && SellerKey.TryCreate(text[..slash], text[(slash + 1)..], out var key) ? key : null;
}
