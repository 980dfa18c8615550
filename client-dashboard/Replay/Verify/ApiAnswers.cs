using System.Text.Json;
using Tracking.Formats;
using Tracking.Contracts.Statuses;

namespace Tracking.Dashboard.Replay.Verify;

/// <summary>What is compared of the API's answer about a shipment.</summary>
internal sealed record ShipmentAnswer(string? Status, DateTimeOffset? StatusSince, string? Seller, string? Order);

/// <summary>What is compared of the API's answer about a seller.</summary>
internal sealed record SellerAnswer(SellerCountsAnswer? Counts);

/// <summary>The counts of a seller.</summary>
internal sealed record SellerCountsAnswer(
    long Shipments, long InTransit, long Held, long Seized, long Released, long Violations, long Announced, long Delivered, long Cancelled);

internal static class ApiAnswers
{
    private static readonly JsonSerializerOptions Web = new(JsonSerializerDefaults.Web);

    /// <summary>Reads an answer; null where it is not JSON of that form.</summary>
    public static T? Read<T>(byte[] body)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize<T>(body, Web);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>A status as the API writes it.</summary>
    public static string Text(TransportStatus status) => EnumTexts.ToText(status);
}
