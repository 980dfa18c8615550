using System.Text.Json;
using Microsoft.Net.Http.Headers;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Shipments;
using Tracking.Formats;
using Tracking.Formats.Csv;
using Tracking.Formats.Epcis;

namespace Tracking.Silo.Api;

/// <summary>The forms in which a shipment is given out.</summary>
internal enum ShipmentForm
{
    /// <summary>Everything known, as JSON.</summary>
    Json,

    /// <summary>The facts as EPCIS 2.0 document.</summary>
    Epcis,

    /// <summary>The timeline as comma-separated values.</summary>
    Csv,
}

/// <summary>Finds out which form is wanted, and writes it.</summary>
internal static class ShipmentForms
{
    /// <summary>What is said of a form that is not known.</summary>
    public static Problem NoForm { get; } = Problem.BadRequest(
        "query",
        "Query not understood",
        "There is no such form of a shipment.",
        new Complaint(ShipmentEndpoint.Query, "is no form that is known here", $"Send one of {EnumTexts.Permitted<ShipmentForm>()}, or leave it out."));

    /// <summary>The form that a request asks for, in its query or else by what it accepts; JSON where it says nothing. Null where it is not known.</summary>
    public static ShipmentForm? Asked(HttpRequest request)
    {
        if (request.Query.TryGetValue(ShipmentEndpoint.Query, out var text))
        {
            return EnumTexts.TryParse<ShipmentForm>(text.ToString(), out var form) ? form : null;
        }

        foreach (var accepted in request.GetTypedHeaders().Accept.OrderByDescending(a => a.Quality ?? 1))
        {
            if (Of(accepted) is { } form)
            {
                return form;
            }
        }

        return ShipmentForm.Json;
    }

    /// <summary>Sends a shipment.</summary>
    public static Task SendAsync(HttpContext context, ShipmentForm form, ShipmentView view, DateTimeOffset now)
    {
        context.Response.Headers.Vary = HeaderNames.Accept;
        switch (form)
        {
            case ShipmentForm.Epcis:
                return JsonAnswer.SendAsync(context, EpcisWriter.MediaType, writer => EpcisWriter.Write(writer, Facts(view), now));
            case ShipmentForm.Csv:
                context.Response.ContentType = $"{ShipmentCsv.MediaType}; charset=utf-8";
                context.Response.Headers.CacheControl = "no-store";
                return context.Response.BodyWriter.WriteAsync(ShipmentCsv.ToUtf8(view)).AsTask();
            default:
                return JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => JsonSerializer.Serialize(writer, view, ApiJson.Default.ShipmentView));
        }
    }

    private static IEnumerable<Fact> Facts(ShipmentView view) => view.Timeline.Where(e => e.Fact is not null).Select(e => e.Fact!);

    private static ShipmentForm? Of(MediaTypeHeaderValue accepted) => accepted.MediaType.Value?.ToLowerInvariant() switch
    {
        EpcisWriter.MediaType => ShipmentForm.Epcis,
        ShipmentCsv.MediaType => ShipmentForm.Csv,
        JsonAnswer.MediaType or "application/*" or "*/*" => ShipmentForm.Json,
        _ => null,
    };
}
