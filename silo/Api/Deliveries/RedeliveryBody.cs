using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Journal.Deliveries;

namespace Tracking.Silo.Api.Deliveries;

/// <summary>Which messages are to be sent again.</summary>
internal static class RedeliveryBody
{
    private const string Remedy = "Send one of {\"message\":\"msg_…\"}, {\"carrier\":\"…\",\"number\":\"…\"} and {\"after\":0}.";
    private static readonly string[] Known = ["message", "carrier", "number", "after"];

    /// <summary>Reads it.</summary>
    public static (DeliveryChoice Choice, Complaint? Complaint) Read(ReadOnlyMemory<byte> body)
    {
        try
        {
            using var document = JsonDocument.Parse(body, new JsonDocumentOptions { MaxDepth = 4, AllowDuplicateProperties = false });
            var root = document.RootElement;
            return root.ValueKind != JsonValueKind.Object ? (default, new Complaint("", "must be an object", Remedy)) : Read(root);
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException)
        {
            // InvalidOperationException: a text that is not UTF-8, or half of a surrogate pair.
            return (default, new Complaint("", "is no JSON in UTF-8", Remedy));
        }
    }

    private static (DeliveryChoice Choice, Complaint? Complaint) Read(JsonElement root)
    {
        foreach (var property in root.EnumerateObject())
        {
            if (!Known.Contains(property.Name))
            {
                return (default, new Complaint($"/{property.Name}", "is not known here", Remedy));
            }
        }

        var message = Text(root, "message");
        var (carrier, number) = (Text(root, "carrier"), Text(root, "number"));
        long after = -1;
        var hasAfter = root.TryGetProperty("after", out var value) && value.ValueKind == JsonValueKind.Number && value.TryGetInt64(out after) && after >= 0;
        if (root.TryGetProperty("after", out _) && !hasAfter)
        {
            return (default, new Complaint("/after", "is no sequence", "Send a whole number from 0."));
        }

        ShipmentNumber shipment = default!;
        var hasShipment = carrier is not null && ShipmentNumber.TryCreate(carrier, number ?? "", out shipment);
        if ((carrier is not null || number is not null) && !hasShipment)
        {
            return (default, new Complaint("/number", "or carrier has no permitted form", Route.NumberRemedy));
        }

        return (message, hasShipment, hasAfter) switch
        {
            ({ }, false, false) => (new DeliveryChoice(message, null, null), null),
            (null, true, false) => (new DeliveryChoice(null, shipment.ToString(), null), null),
            (null, false, true) => (new DeliveryChoice(null, null, after), null),
            _ => (default, new Complaint("", "must say which in exactly one way", Remedy)),
        };
    }

    private static string? Text(JsonElement root, string name) =>
        root.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;
}
