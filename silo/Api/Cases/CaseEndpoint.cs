using System.Text.Json;
using Tracking.Contracts.Cases;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Cases;
using Tracking.Formats;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Cases;

/// <summary>Commands of an authority's officers on the cases of its holds.</summary>
internal sealed class CaseEndpoint(IGrainFactory grains, TimeProvider time)
{
    private static readonly Problem Unreachable = new(
        "unreachable",
        StatusCodes.Status503ServiceUnavailable,
        "Not reachable now",
        "Whether the case was changed is not known. Look at it again: a command that was taken has made its revision greater, and sent again it is refused as stale.")
    {
        RetryAfterSeconds = 1,
    };

    /// <summary>Decides a command.</summary>
    public async Task DecideAsync(HttpContext context, Partner partner)
    {
        if (Route.Number(context) is not { } number)
        {
            await PartnerCalls.RefuseAsync(context, Route.NoNumber);
            return;
        }

        var (request, problem) = await CommandReading.ReadAsync(context, "Name fewer files.", root => CaseBody.Read(root, ReportedTime.From(time.GetUtcNow())));
        if (request is null)
        {
            await problem!.SendAsync(context);
        }
        else if (!partner.SpeaksForAuthority(request.Authority) && !partner.SpeaksForCarrier(request.Authority))
        {
            await CommandReading.NotEntitled(request.Authority, partner.Rights).SendAsync(context);
        }
        else
        {
            await DecideAsync(context, number, request);
        }
    }

    private async Task DecideAsync(HttpContext context, ShipmentNumber number, CaseRequest request)
    {
        CaseReply reply;
        try
        {
            reply = await grains.GetGrain<IShipmentGrain>(number.ToString()).DecideCaseAsync(request, CancellationToken.None);
        }
        catch (Exception exception) when (Transient.Is(exception))
        {
            await Unreachable.SendAsync(context);
            return;
        }

        await (reply switch
        {
            { Case: null } => Problem.NotFound($"{request.Authority} has no hold {request.Hold} on {number}.").SendAsync(context),
            { Refusal: null } => JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => JsonSerializer.Serialize(writer, reply.Case, ApiJson.Default.CaseView)),
            _ => Refused(reply).SendAsync(context),
        });
    }

    // The answer carries the case as it is now: whoever was refused sees what happened and what would be possible.
    private static Problem Refused(CaseReply reply)
    {
        var refusal = EnumTexts.TryParse<CaseRefusal>(reply.Refusal, out var known) ? known : CaseRefusal.Impossible;
        var (status, title) = refusal switch
        {
            CaseRefusal.Stale => (StatusCodes.Status409Conflict, "The case has moved on"),
            CaseRefusal.NotTheAuthority or CaseRefusal.NotInThisRole => (StatusCodes.Status403Forbidden, "Not for this officer to decide"),
            CaseRefusal.ReasonMissing or CaseRefusal.ReferenceMissing or CaseRefusal.EvidenceMissing => (StatusCodes.Status422UnprocessableEntity, "Something has to come with it"),
            _ => (StatusCodes.Status422UnprocessableEntity, "Not possible now"),
        };
        return new Problem($"case-{reply.Refusal}", status, title, reply.Sentence!)
        {
            Further = writer =>
            {
                writer.WritePropertyName("case"u8);
                JsonSerializer.Serialize(writer, reply.Case, ApiJson.Default.CaseView);
            },
        };
    }
}
