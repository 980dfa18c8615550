using Tracking.Contracts.Identifiers;
using Tracking.Formats.Gs1;

namespace Tracking.Formats.Epcis;

/// <summary>Numbers of shipments as EPCIS names things: by URI.</summary>
internal static class NumberUris
{
    private const string Own = "urn:tracking:number:";

    /// <summary>A number's URI: GS1's for a key under GS1's own code, else one of our own.</summary>
    public static string Of(ShipmentNumber number) =>
        number.Carrier == TrackingNumbers.CarrierNeutralPatterns.Gs1 && Gs1Key.TryCreate("00", number.Number, null, out var key)
            ? key.ToDigitalLink()
            : $"{Own}{number.Carrier}:{Uri.EscapeDataString(number.Number)}";

    /// <summary>The carrier and number that a URI names; the carrier is null where the URI names none.</summary>
    public static bool TryRead(string uri, out string? carrier, out string number)
    {
        carrier = null;
        number = "";
        if (uri.StartsWith(Own, StringComparison.Ordinal))
        {
            var parts = uri[Own.Length..].Split(':', 2);
            carrier = parts[0];
            number = parts.Length == 2 ? Uri.UnescapeDataString(parts[1]) : "";
            return number.Length > 0;
        }

        if (!Gs1Key.TryParse(uri, out var key))
        {
            return false;
        }

        number = key.ToString();
        return true;
    }

    /// <summary>Whether a URI names a shipment or consignment as a whole, so that what is in it are its pieces.</summary>
    public static bool IsBill(string uri) => Gs1Key.TryParse(uri, out var key) && key.Kind is Gs1KeyKind.Gsin or Gs1KeyKind.Ginc;
}
