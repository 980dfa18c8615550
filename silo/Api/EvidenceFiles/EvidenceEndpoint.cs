using Microsoft.Extensions.Options;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.EvidenceFiles;

/// <summary>Files on which decisions rest: in and out, for the organisation whose they are.</summary>
internal sealed partial class EvidenceEndpoint(EvidenceStore store, IOptions<EvidenceOptions> options, ILogger<EvidenceEndpoint> logger) : IDisposable
{
    private const int RetryAfterSeconds = 2;
    private readonly SemaphoreSlim room = new(options.Value.AtOnce);

    private static readonly Problem NotWritten = new(
        "unreachable", StatusCodes.Status503ServiceUnavailable, "Not kept", "The file could not be written; nothing was kept. Send it again later.")
    {
        RetryAfterSeconds = RetryAfterSeconds,
    };

    /// <summary>Takes a file in.</summary>
    public async Task KeepAsync(HttpContext context, Partner partner)
    {
        if (Organisation(context) is not { } organisation)
        {
            await PartnerCalls.RefuseAsync(context, NoOrganisation);
        }
        else if (!MayUse(partner, organisation))
        {
            await PartnerCalls.RefuseAsync(context, Route.NotYours(organisation, partner.Rights));
        }
        else if (!await room.WaitAsync(TimeSpan.Zero, context.RequestAborted))
        {
            await PartnerCalls.RefuseAsync(context, Problem.Overloaded($"{options.Value.AtOnce} files are being taken in. Send it again in a moment.", RetryAfterSeconds));
        }
        else
        {
            try
            {
                await TakeAsync(context, organisation);
            }
            finally
            {
                room.Release();
            }
        }
    }

    /// <summary>Gives a file out.</summary>
    public async Task GetAsync(HttpContext context, Partner partner)
    {
        var sha256 = (string)context.Request.RouteValues["sha256"]!;
        if (Organisation(context) is not { } organisation)
        {
            await NoOrganisation.SendAsync(context);
            return;
        }

        if (!MayUse(partner, organisation))
        {
            await Route.NotYours(organisation, partner.Rights).SendAsync(context);
            return;
        }

        await using var file = store.Open(organisation, sha256);
        if (file is null)
        {
            await Problem.NotFound($"{organisation} keeps no file with the SHA-256 {sha256}.").SendAsync(context);
            return;
        }

        // Whatever it is, no browser runs it.
        context.Response.ContentType = "application/octet-stream";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentDisposition = "attachment";
        context.Response.Headers.CacheControl = "no-store";
        context.Response.ContentLength = file.Length;
        await file.CopyToAsync(context.Response.Body, context.RequestAborted);
    }

    public void Dispose() => room.Dispose();

    private async Task TakeAsync(HttpContext context, string organisation)
    {
        await using var body = RequestBody.Open(context);
        if (body is null)
        {
            await new Problem("content-encoding", StatusCodes.Status415UnsupportedMediaType, "Content encoding not known", $"Send one of {RequestBody.Encodings}.").SendAsync(context);
            return;
        }

        try
        {
            if (await store.KeepAsync(organisation, body.Reader, context.RequestAborted) is not { } kept)
            {
                await RequestBody.DropAsync(context, begun: true);
                await Problem.TooMany($"A file may have {store.Largest} bytes.", new Complaint("", $"has more than {store.Largest} bytes", "Send a smaller file, or keep it elsewhere and name its hash.")).SendAsync(context);
                return;
            }

            context.Response.StatusCode = kept.WasKept ? StatusCodes.Status200OK : StatusCodes.Status201Created;
            context.Response.Headers.Location = $"/v1/evidence/{organisation}/{kept.Sha256}";
            await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer =>
            {
                writer.WriteStartObject();
                writer.WriteString("sha256"u8, kept.Sha256);
                writer.WriteNumber("bytes"u8, kept.Bytes);
                writer.WriteEndObject();
            });
        }
        catch (UnauthorizedAccessException exception)
        {
            CannotWrite(exception, options.Value.Folder);
            await NotWritten.SendAsync(context);
        }
        catch (Exception exception) when (!context.Response.HasStarted && RequestBody.FaultOf(exception) is not null && exception is not IOException { HResult: DiskFull })
        {
            await Problem.BadRequest("broken-body", "The body breaks off", RequestBody.FaultOf(exception)!).SendAsync(context);
        }
        catch (IOException exception) when (!context.Response.HasStarted)
        {
            CannotWrite(exception, options.Value.Folder);
            await NotWritten.SendAsync(context);
        }
    }

    // ENOSPC, as the runtime passes it on.
    private const int DiskFull = 28;

    private static bool MayUse(Partner partner, string organisation) => partner.SpeaksForAuthority(organisation) || partner.SpeaksForCarrier(organisation);

    private static string? Organisation(HttpContext context) => ShipmentNumber.NormaliseCarrier((string?)context.Request.RouteValues["organisation"]);

    private static Problem NoOrganisation { get; } = Problem.BadRequest(
        "organisation", "Not an organisation", "The path does not name an organisation.", new Complaint("organisation", "has no permitted form", "Send a code of a-z, 0-9 and the hyphen."));

    [LoggerMessage(4351, LogLevel.Error, "Evidence cannot be written to {Folder}; its sender was told to come again.")]
    private partial void CannotWrite(Exception exception, string folder);
}
