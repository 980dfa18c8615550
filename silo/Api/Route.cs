using Tracking.Contracts.Identifiers;
using Tracking.Formats;

namespace Tracking.Silo.Api;

/// <summary>Numbers and sellers as they stand in a path.</summary>
internal static class Route
{
    /// <summary>The shipment's number in a path; null where it has no permitted form.</summary>
    public static ShipmentNumber? Number(HttpContext context) =>
        ShipmentNumber.TryCreate(Value(context, "carrier"), Value(context, "number"), out var number) ? number : null;

    /// <summary>The seller in a path; null where it has no permitted form.</summary>
    public static SellerKey? Seller(HttpContext context) =>
        SellerKey.TryCreate(Value(context, "marketplace"), Value(context, "account"), out var seller) ? seller : null;

    /// <summary>What is said of a number that has no permitted form.</summary>
    public static Problem NoNumber { get; } = Problem.BadRequest(
        "number",
        "Not a number of a shipment",
        "The path does not name a shipment.",
        new Complaint("carrier", "or number has no permitted form", NumberRemedy));

    /// <summary>What is said of a seller that has no permitted form.</summary>
    public static Problem NoSeller { get; } = Problem.BadRequest(
        "seller",
        "Not a seller",
        "The path does not name a seller.",
        new Complaint("marketplace", "or account has no permitted form", $"Send 1 to {ShipmentNumber.LongestCarrier} characters of a-z, 0-9 and the hyphen, a slash, and 1 to {SellerKey.LongestAccount} printable characters without slash."));

    public static string NumberRemedy =>
        $"Send the carrier's code, 1 to {ShipmentNumber.LongestCarrier} characters of a-z, 0-9 and the hyphen, and a number of 1 to {ShipmentNumber.LongestNumber} characters of A-Z, 0-9 and - . / _.";

    /// <summary>What is said to a key that may not ask.</summary>
    public static Problem NotYours(string whose, string rights) => new(
        "not-entitled",
        StatusCodes.Status403Forbidden,
        "This key may not ask that",
        $"Only {whose} and authorities may ask about this. This key speaks for {rights}.");

    private static string? Value(HttpContext context, string name)
    {
        // A slash in a number may come as it is or escaped; the server leaves the escaped one alone.
        var value = (string?)context.Request.RouteValues[name];
        return value?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
    }
}
