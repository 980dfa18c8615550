using System.Collections.Immutable;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Notices;
using Tracking.Formats;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Notices;

/// <summary>Drafts of notices about a hold, for the authority whose hold it is.</summary>
internal sealed class NoticeEndpoint(IGrainFactory grains)
{
    public static readonly string[] Query = ["authority", "hold", "to", "as"];

    private static readonly Problem Unreachable = new(
        "unreachable", StatusCodes.Status503ServiceUnavailable, "Not reachable now", "What was asked for cannot be reached now. Ask again after a moment.")
    {
        RetryAfterSeconds = 1,
    };

    public async Task DraftAsync(HttpContext context, Partner partner)
    {
        var query = context.Request.Query;
        var (authority, hold, form) = (query["authority"].ToString(), query["hold"].ToString(), query["as"].ToString());
        if (Route.Number(context) is not { } number)
        {
            await Route.NoNumber.SendAsync(context);
            return;
        }

        if (Complaints(authority, hold, query["to"], form) is { IsEmpty: false } complaints)
        {
            await Problem.BadRequest("query", "Query not understood", $"The query cannot be understood: {string.Join(", ", complaints.Select(c => c.Path))}.", complaints).SendAsync(context);
            return;
        }

        if (!partner.SpeaksForAuthority(authority))
        {
            await Route.NotYours(authority, partner.Rights).SendAsync(context);
            return;
        }

        ShipmentView? shipment;
        try
        {
            shipment = await grains.GetGrain<IShipmentGrain>(number.ToString()).GetAsync(showRestricted: true);
        }
        catch (Exception exception) when (Transient.Is(exception))
        {
            await Unreachable.SendAsync(context);
            return;
        }

        if (!EnumTexts.TryParse<NoticeRecipient>(query["to"], out var to) || shipment?.Cases.FirstOrDefault(c => c.Authority == authority && c.Hold == hold) is not { } found)
        {
            await Problem.NotFound($"{authority} has no hold {hold} on {number}.").SendAsync(context);
            return;
        }

        await SendAsync(context, NoticeRules.Draft(shipment, found, to), form);
    }

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

    private static ImmutableArray<Complaint> Complaints(string authority, string hold, string? to, string form)
    {
        var complaints = ImmutableArray.CreateBuilder<Complaint>();
        if (authority.Length == 0)
        {
            complaints.Add(new("authority", "is missing", "Name whose hold it is."));
        }

        if (hold.Length == 0)
        {
            complaints.Add(new("hold", "is missing", "Name the hold."));
        }

        if (!EnumTexts.TryParse<NoticeRecipient>(to, out _))
        {
            complaints.Add(new("to", "is no recipient that is known here", $"Send one of {EnumTexts.Permitted<NoticeRecipient>()}."));
        }

        if (form is not ("" or "json" or "html"))
        {
            complaints.Add(new("as", "is no form that is known here", "Send json or html, or leave it out."));
        }

        return complaints.DrainToImmutable();
    }
}
