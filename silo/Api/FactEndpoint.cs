using System.Net.Http.Headers;
using Microsoft.Extensions.Options;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Reports;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api;

/// <summary>Takes facts in: one object, an array, or lines.</summary>
internal sealed class FactEndpoint(FactIngest ingest, FactBatches batches, ReportStore reports, IOptions<IngestOptions> options, TimeProvider time)
{
    public const string Lines = "application/x-ndjson";

    private static readonly Problem WrongMedia = new(
        "media-type",
        StatusCodes.Status415UnsupportedMediaType,
        "Media type not known",
        $"Send Content-Type {JsonAnswer.MediaType} for one object or an array, or {Lines} for one object a line, in UTF-8.")
    {
        Errors = [new("Content-Type", "is missing or not known here", $"Send {JsonAnswer.MediaType} or {Lines}.")],
    };

    private static readonly Problem WrongEncoding = new(
        "content-encoding",
        StatusCodes.Status415UnsupportedMediaType,
        "Content encoding not known",
        $"Send the body as it is, or compressed by one of {RequestBody.Encodings}.")
    {
        Errors = [new("Content-Encoding", "is not known here", $"Send one of {RequestBody.Encodings}.")],
    };

    /// <summary>Answers a request with facts of one kind.</summary>
    public async Task HandleAsync(HttpContext context, Partner partner, FactReader reader)
    {
        var media = MediaOf(context.Request.ContentType);
        if (media is null)
        {
            await PartnerCalls.RefuseAsync(context, WrongMedia);
            return;
        }

        await using var body = RequestBody.Open(context);
        if (body is null)
        {
            context.Response.Headers.AcceptEncoding = RequestBody.Encodings;
            await PartnerCalls.RefuseAsync(context, WrongEncoding);
            return;
        }

        using var room = ingest.TryOpenBody();
        if (room is null)
        {
            await PartnerCalls.RefuseAsync(context, Problem.Overloaded("Too many bodies are being read. Nothing of this one was taken: send it again.", options.Value.RetryAfterSeconds));
            return;
        }

        using var reading = new ItemReading(reader, partner, time);
        if (media == Lines)
        {
            using var report = new LineReport(reports, partner.Actor.Organisation);
            await new LineIntake(context, body, ingest, batches, reading, report, options.Value).RunAsync();
        }
        else
        {
            await new ArrayIntake(context, body, ingest, batches, reading, reader.Kind, options.Value).RunAsync();
        }
    }

    private static string? MediaOf(string? contentType)
    {
        if (contentType == JsonAnswer.MediaType)
        {
            return JsonAnswer.MediaType;
        }

        if (!MediaTypeHeaderValue.TryParse(contentType, out var type)
            || (type.CharSet is { } charset && !charset.Trim('"').Equals("utf-8", StringComparison.OrdinalIgnoreCase)))
        {
            return null;
        }

        return type.MediaType?.ToLowerInvariant() switch
        {
            JsonAnswer.MediaType => JsonAnswer.MediaType,
            Lines or "application/ndjson" => Lines,
            _ => null,
        };
    }
}
