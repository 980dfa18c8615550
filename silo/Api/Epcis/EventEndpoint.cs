using System.Text.Json;
using Tracking.Formats.Epcis;
using Tracking.Journal.Epcis;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Epcis;

/// <summary>Gives events of EPCIS back, as they came: to who captured them, and to authorities.</summary>
internal sealed class EventEndpoint(IEventStore store)
{
    /// <summary>GET of events by the simple event query.</summary>
    public Task QueryAsync(HttpContext context, Partner partner) => QueryAsync(context, partner, null);

    /// <summary>GET of the events of a member of a collection.</summary>
    public async Task QueryAsync(HttpContext context, Partner partner, string? collection)
    {
        var question = EventQuestion.Of(context.Request.Query, OwnerFor(partner), collection, Unescaped(context, "word"));
        if (!question.Errors.IsEmpty)
        {
            await PartnerCalls.RefuseAsync(context, EpcisProblems.Query(question.Errors));
            return;
        }

        var found = await store.FindAsync(question.Query, context.RequestAborted);
        var page = found[..Math.Min(found.Length, question.PerPage)];
        if (!page.IsEmpty && question.NextToken(page[^1], found.Length > page.Length) is { } token)
        {
            PageQuestion.LinkNext(context, token);
        }

        await EventAnswer.SendAsync(context, page);
    }

    /// <summary>GET of one event; of one that was declared an error, the declaration.</summary>
    public async Task OneAsync(HttpContext context, Partner partner)
    {
        var found = await store.FindAsync(new EventQuery { Owner = OwnerFor(partner), Ids = [Unescaped(context, "id") ?? ""], Descending = true, Max = 1 }, context.RequestAborted);
        if (found.IsEmpty)
        {
            await PartnerCalls.RefuseAsync(context, EpcisProblems.NotFound("There is no such event that you may see."));
            return;
        }

        await EventAnswer.SendOneAsync(context, found[0]);
    }

    /// <summary>GET of the members of a collection.</summary>
    public async Task ListAsync(HttpContext context, Partner partner, string collection)
    {
        var asked = PageQuestion.Of(context.Request.Query, context.Request.Query.Keys);
        if (!asked.Errors.IsEmpty)
        {
            await PartnerCalls.RefuseAsync(context, EpcisProblems.Query(asked.Errors));
            return;
        }

        if (collection == "epcs")
        {
            await ListEpcsAsync(context, partner, asked);
            return;
        }

        var words = await store.ListWordsAsync(KindOf(collection), asked.Token ?? "", asked.PerPage, context.RequestAborted);
        await EventAnswer.SendListAsync(context, words, words.Length == asked.PerPage ? words[^1] : null);
    }

    /// <summary>The EPCs of the events in the order of their capture, those of one page once.</summary>
    private async Task ListEpcsAsync(HttpContext context, Partner partner, PageQuestion asked)
    {
        var question = EventQuestion.Of(context.Request.Query, OwnerFor(partner), null, null);
        if (!question.Errors.IsEmpty)
        {
            await PartnerCalls.RefuseAsync(context, EpcisProblems.Query(question.Errors));
            return;
        }

        var found = await store.FindAsync(question.Query with { Max = asked.PerPage + 1 }, context.RequestAborted);
        var page = found[..Math.Min(found.Length, asked.PerPage)];
        var epcs = page.SelectMany(e => EpcisNames.EpcsOf(e.Payload)).Distinct(StringComparer.Ordinal).ToImmutableArray();
        await EventAnswer.SendListAsync(context, epcs, page.IsEmpty ? null : question.NextToken(page[^1], found.Length > page.Length));
    }

    private static EventWordKind KindOf(string collection) => collection switch
    {
        "eventTypes" => EventWordKind.Type,
        "bizSteps" => EventWordKind.Step,
        "bizLocations" => EventWordKind.Location,
        "readPoints" => EventWordKind.ReadPoint,
        _ => EventWordKind.Disposition,
    };

    private static string? OwnerFor(Partner partner) => partner.IsAuthority ? null : partner.Actor.Organisation;

    // The host leaves %2F in a path as it is, so that it is not taken for the end of a segment.
    private static string? Unescaped(HttpContext context, string name) => ((string?)context.Request.RouteValues[name])?.Replace("%2F", "/", StringComparison.OrdinalIgnoreCase);
}
