using System.Collections.Immutable;
using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Journal;
using Tracking.Journal.Deliveries;
using Tracking.Silo.Deliveries;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Deliveries;

/// <summary>What a partner asks about the messages to its endpoints: how they stand, again, a test call.</summary>
internal sealed class DeliveryEndpoint(DeliveryEndpoints endpoints, IDeliveryStore store, DeliveryClient client, TimeProvider time)
{
    public static readonly string[] Query = ["state", "after", "limit"];
    private const int LongestPage = 500;

    private static readonly Problem Unreachable = new(
        "unreachable", StatusCodes.Status503ServiceUnavailable, "Not reachable now", "The journal cannot be reached now. Ask again after a moment.")
    {
        RetryAfterSeconds = 1,
    };

    /// <summary>The endpoints of the caller.</summary>
    public Task ListAsync(HttpContext context, Partner partner) => GuardAsync(context, async () =>
    {
        var rows = new List<(PartnerEndpoint Endpoint, Journal.Deliveries.DeliveryEndpoint? Place, DeliveryCounts Counts)>();
        foreach (var endpoint in endpoints.Of(partner))
        {
            rows.Add((endpoint, await store.ReadAsync(endpoint.Key, context.RequestAborted), await store.CountAsync(endpoint.Key, context.RequestAborted)));
        }

        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => DeliveryAnswers.Write(writer, rows));
    });

    /// <summary>Messages of an endpoint.</summary>
    public Task MessagesAsync(HttpContext context, Partner partner) => WithEndpointAsync(context, partner, async endpoint =>
    {
        var (state, after, limit, complaint) = Asked(context.Request.Query);
        if (complaint is { } wrong)
        {
            await Problem.BadRequest("query", "Query not understood", $"The query cannot be understood: {wrong.Path}.", wrong).SendAsync(context);
            return;
        }

        var messages = await store.ListAsync(endpoint.Key, state, after, limit, context.RequestAborted);
        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => DeliveryAnswers.Write(writer, messages, limit));
    });

    /// <summary>Sends messages again.</summary>
    public Task RedeliverAsync(HttpContext context, Partner partner) => WithEndpointAsync(context, partner, async endpoint =>
    {
        var (body, problem) = await WholeBody.ReadAsync(context, "Say which messages in a few words.");
        if (body is null)
        {
            await problem!.SendAsync(context);
            return;
        }

        var (choice, complaint) = RedeliveryBody.Read(body.WrittenMemory);
        if (complaint is { } wrong)
        {
            await Problem.BadRequest("malformed", "Not understood", $"Which messages is not understood: the body {wrong.Path} {wrong.Message}.", wrong).SendAsync(context);
            return;
        }

        var queued = await store.RedeliverAsync(endpoint.Key, choice, Now, context.RequestAborted);
        if (queued == 0 && choice.After is null)
        {
            await Problem.NotFound("There is no such message, or it is not kept any more.").SendAsync(context);
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => DeliveryAnswers.WriteQueued(writer, queued));
    });

    /// <summary>A test call: sent at once, with whatever comes of it as the answer.</summary>
    public Task PingAsync(HttpContext context, Partner partner) => WithEndpointAsync(context, partner, async endpoint =>
    {
        var startedAt = time.GetTimestamp();
        var id = $"msg_{Guid.NewGuid():n}";
        var attempt = await client.SendAsync(endpoint.Entry, id, NewsTexts.Ping, null, NewsBody.Ping(time.GetUtcNow()), context.RequestAborted);
        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => DeliveryAnswers.WritePing(writer, id, attempt, time.GetElapsedTime(startedAt)));
    });

    /// <summary>Enables an endpoint that answered 410, and ends its pause.</summary>
    public Task EnableAsync(HttpContext context, Partner partner) => WithEndpointAsync(context, partner, async endpoint =>
    {
        await store.DisableAsync(endpoint.Key, null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    });

    private static (DeliveryState? State, long After, int Limit, Complaint? Complaint) Asked(IQueryCollection query)
    {
        DeliveryState? state = null;
        var (after, limit) = (0L, 100);
        if (query.TryGetValue("state", out var text))
        {
            if (!EnumTexts.TryParse<DeliveryState>(text.ToString(), out var wanted))
            {
                return (null, 0, 0, new Complaint("state", "is not known", $"Permitted are {EnumTexts.Permitted<DeliveryState>()}."));
            }

            state = wanted;
        }

        if (query.TryGetValue("after", out text) && (!long.TryParse(text, out after) || after < 0))
        {
            return (null, 0, 0, new Complaint("after", "is no sequence", "Send what the last page gave as next."));
        }

        return query.TryGetValue("limit", out text) && (!int.TryParse(text, out limit) || limit is < 1 or > LongestPage)
            ? (null, 0, 0, new Complaint("limit", "is out of range", $"Send 1 to {LongestPage}."))
            : (state, after, limit, null);
    }

    private long Now => ReportedTime.From(time.GetUtcNow()).Microseconds;

    private Task WithEndpointAsync(HttpContext context, Partner partner, Func<PartnerEndpoint, Task> answer) => endpoints.Find(partner, (string?)context.Request.RouteValues["endpoint"]) is { } endpoint
        ? GuardAsync(context, () => answer(endpoint))
        : PartnerCalls.RefuseAsync(context, Problem.NotFound($"{partner.Actor.Organisation} has no such endpoint. GET /v1/deliveries lists them; they are configured by whoever operates this."));

    private static async Task GuardAsync(HttpContext context, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (JournalUnavailableException) when (!context.Response.HasStarted)
        {
            await Unreachable.SendAsync(context);
        }
    }
}
