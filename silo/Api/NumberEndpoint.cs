using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Formats.TrackingNumbers;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api;

/// <summary>Says which carriers a number fits. Looks at the number alone, never at what was reported about it.</summary>
internal static class NumberEndpoint
{
    /// <summary>The query parameter with which a person corrects a guess.</summary>
    public const string Query = "carrier";

    private static readonly Problem NoCarrier = Problem.BadRequest(
        "query",
        "Query not understood",
        "The carrier has no permitted form.",
        new Complaint(Query, "has no permitted form", $"Send 1 to {ShipmentNumber.LongestCarrier} characters of a-z, 0-9 and the hyphen, or leave it out."));

    public static Task AnswerAsync(HttpContext context, Partner partner)
    {
        var carrier = (string?)context.Request.Query[Query];
        if (carrier is not null && ShipmentNumber.NormaliseCarrier(carrier) is null)
        {
            return NoCarrier.SendAsync(context);
        }

        var reading = TrackingNumber.Read((string?)context.Request.RouteValues["number"] ?? "", carrier);
        return JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => NumberJson.Write(writer, reading));
    }
}
