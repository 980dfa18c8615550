using System.Collections.Immutable;
using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Notices;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Notices;
using Tracking.Formats;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Notices;

/// <summary>Notices about a hold, for the authority whose hold it is: drafts, what is issued, and the log of what was disclosed.</summary>
internal sealed class NoticeEndpoint(IGrainFactory grains, TimeProvider time)
{
    public static readonly string[] Query = ["authority", "hold", "to", "kind", "as"];
    public static readonly string[] LogQuery = ["authority", "hold"];

    private static readonly Problem Unreachable = new(
        "unreachable", StatusCodes.Status503ServiceUnavailable, "Not reachable now", "What was asked for cannot be reached now. Ask again after a moment.")
    {
        RetryAfterSeconds = 1,
    };

    /// <summary>Drafts a notice.</summary>
    public async Task DraftAsync(HttpContext context, Partner partner)
    {
        var query = context.Request.Query;
        var (authority, hold, form) = (query["authority"].ToString(), query["hold"].ToString(), query["as"].ToString());
        if (Complaints(authority, hold, query["to"], query["kind"], form) is { IsEmpty: false } complaints)
        {
            await NotUnderstood(complaints).SendAsync(context);
        }
        else if (await FindAsync(context, partner, authority) is { } shipment)
        {
            if (shipment.Cases.FirstOrDefault(c => c.Authority == authority && c.Hold == hold) is not { } found)
            {
                await Problem.NotFound($"{authority} has no hold {hold} on {shipment.Carrier}/{shipment.Number}.").SendAsync(context);
                return;
            }

            var kind = EnumTexts.TryParse<NoticeKind>(query["kind"], out var asked) ? asked
                : EnumTexts.TryParse<NoticeRecipient>(query["to"], out var to) ? NoticeRules.KindFor(to, found) : NoticeKind.Detention;
            await SendAsync(context, NoticeRules.Draft(shipment, found, kind), form);
        }
    }

    /// <summary>Issues a notice: the authority has given it a reference, and what it discloses is kept for good.</summary>
    public async Task IssueAsync(HttpContext context, Partner partner)
    {
        if (Route.Number(context) is not { } number)
        {
            await PartnerCalls.RefuseAsync(context, Route.NoNumber);
            return;
        }

        var (request, problem) = await CommandReading.ReadAsync(context, "Issue one notice at a time.", root => NoticeBody.Read(root, ReportedTime.From(time.GetUtcNow())));
        if (request is null)
        {
            await problem!.SendAsync(context);
        }
        else if (!partner.SpeaksForAuthority(request.Authority))
        {
            await CommandReading.NotEntitled(request.Authority, partner.Rights).SendAsync(context);
        }
        else
        {
            await IssueAsync(context, number, request);
        }
    }

    /// <summary>Lists what an authority disclosed about a shipment.</summary>
    public async Task LogAsync(HttpContext context, Partner partner)
    {
        var (authority, hold) = (context.Request.Query["authority"].ToString(), context.Request.Query["hold"].ToString());
        if (authority.Length == 0)
        {
            await NotUnderstood([NoAuthority]).SendAsync(context);
        }
        else if (await FindAsync(context, partner, authority) is { } shipment)
        {
            var cases = shipment.Cases.Where(c => c.Authority == authority && (hold.Length == 0 || c.Hold == hold));
            context.Response.Headers.CacheControl = "no-store";
            await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => NoticeAnswers.Write(writer, authority, cases));
        }
    }

    private async Task IssueAsync(HttpContext context, ShipmentNumber number, NoticeRequest request)
    {
        NoticeReply reply;
        try
        {
            reply = await grains.GetGrain<IShipmentGrain>(number.ToString()).IssueNoticeAsync(request, CancellationToken.None);
        }
        catch (Exception exception) when (Transient.Is(exception))
        {
            await Unreachable.SendAsync(context);
            return;
        }

        await (reply switch
        {
            { IsKnown: false } => Problem.NotFound($"{request.Authority} has no hold {request.Hold} on {number}.").SendAsync(context),
            { Disclosure: { } disclosure } => JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => JsonSerializer.Serialize(writer, disclosure, ApiJson.Default.DisclosureView)),
            _ => Refused(reply).SendAsync(context),
        });
    }

    // What was sent is found by the same way as any view; null where the answer was sent already.
    private async Task<ShipmentView?> FindAsync(HttpContext context, Partner partner, string authority)
    {
        if (Route.Number(context) is not { } number)
        {
            await Route.NoNumber.SendAsync(context);
            return null;
        }

        if (!partner.SpeaksForAuthority(authority))
        {
            await Route.NotYours(authority, partner.Rights).SendAsync(context);
            return null;
        }

        try
        {
            if (await grains.GetGrain<IShipmentGrain>(number.ToString()).GetAsync(showRestricted: true) is { } shipment)
            {
                return shipment;
            }

            await Problem.NotFound($"No fact about {number} is known.").SendAsync(context);
        }
        catch (Exception exception) when (Transient.Is(exception))
        {
            await Unreachable.SendAsync(context);
        }

        return null;
    }

    private static Problem Refused(NoticeReply reply) => new(
        $"notice-{reply.Refusal}",
        reply.Refusal switch
        {
            "stale" or "reference-used" => StatusCodes.Status409Conflict,
            "not-in-this-role" => StatusCodes.Status403Forbidden,
            _ => StatusCodes.Status422UnprocessableEntity,
        },
        "The notice is not issued",
        reply.Sentence!);

    private static Problem NotUnderstood(ImmutableArray<Complaint> complaints) => Problem.BadRequest(
        "query", "Query not understood", $"The query cannot be understood: {string.Join(", ", complaints.Select(c => c.Path))}.", complaints);

    private static Complaint NoAuthority { get; } = new("authority", "is missing", "Name whose hold it is.");

    private static Task SendAsync(HttpContext context, NoticeDraft draft, string form)
    {
        context.Response.Headers.CacheControl = "no-store";
        if (form != "html")
        {
            return JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => NoticeAnswers.Write(writer, draft));
        }

        context.Response.ContentType = "text/html; charset=utf-8";
        return context.Response.WriteAsync(NoticeAnswers.Html(draft));
    }

    private static ImmutableArray<Complaint> Complaints(string authority, string hold, string? to, string? kind, string form)
    {
        var complaints = ImmutableArray.CreateBuilder<Complaint>();
        if (authority.Length == 0)
        {
            complaints.Add(NoAuthority);
        }

        if (hold.Length == 0)
        {
            complaints.Add(new("hold", "is missing", "Name the hold."));
        }

        var (isTo, isKind) = (EnumTexts.TryParse<NoticeRecipient>(to, out var recipient), EnumTexts.TryParse<NoticeKind>(kind, out var notice));
        if (!isTo && (to is not null || kind is null))
        {
            complaints.Add(new("to", "is no recipient that is known here", $"Send one of {EnumTexts.Permitted<NoticeRecipient>()}."));
        }

        if (!isKind && kind is not null)
        {
            complaints.Add(new("kind", "is no notice that is known here", $"Send one of {EnumTexts.Permitted<NoticeKind>()}, or leave it out."));
        }

        if (isTo && isKind && NoticeTable.Of(notice).To != recipient)
        {
            complaints.Add(new("to", $"is not to whom this notice goes: {EnumTexts.ToText(NoticeTable.Of(notice).To)}", "Leave one of to and kind out."));
        }

        if (form is not ("" or "json" or "html"))
        {
            complaints.Add(new("as", "is no form that is known here", "Send json or html, or leave it out."));
        }

        return complaints.DrainToImmutable();
    }
}
