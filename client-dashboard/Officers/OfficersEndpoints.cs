using Microsoft.Extensions.Options;
using Orleans.Runtime;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;
using Tracking.Dashboard.Live;
using Tracking.Journal;

namespace Tracking.Dashboard.Officers;

/// <summary>The officers' API under <c>/api</c>: what the page loads before it listens.</summary>
internal static class OfficersEndpoints
{
    /// <summary>Maps the endpoints.</summary>
    /// <param name="routes">The host's routes.</param>
    public static void MapOfficersApi(this IEndpointRouteBuilder routes)
    {
        var api = routes.MapGroup("/api").AddEndpointFilter(AnswerWhenUnavailableAsync);
        api.MapGet("/overview", OverviewAsync);
        api.MapGet("/shipments", ShipmentsAsync);
        api.MapGet("/shipments/{carrier}/{**number}", ShipmentAsync);
        api.MapGet("/holds", HoldsAsync);
        api.MapGet("/sellers/{marketplace}/{account}", SellerAsync);
        api.MapFallback(() => Problems.NotFound("There is no such resource in the officers' API."));
    }

    private static async ValueTask<object?> AnswerWhenUnavailableAsync(EndpointFilterInvocationContext context, EndpointFilterDelegate next)
    {
        try
        {
            return await next(context);
        }
        catch (Exception exception) when (exception is JournalUnavailableException or OrleansException or TimeoutException
            && !context.HttpContext.RequestAborted.IsCancellationRequested)
        {
            context.HttpContext.Response.Headers.RetryAfter = "2";
            return Problems.Unavailable();
        }
    }

    // The position comes first: what changes while the rest and the lists are loaded is then in the feed after it.
    private static async Task<IResult> OverviewAsync(
        IJournalReader reader, LiveState state, IOptions<OfficersPageOptions> options, TimeProvider time, CancellationToken cancellationToken)
    {
        var position = await reader.ReadEndAsync(cancellationToken);
        var counters = state.Counters
            ?? new LiveCounters(await reader.ReadCountsAsync("", cancellationToken), 0, time.GetUtcNow(), 0);
        return Ok(new Overview(options.Value.Demo, options.Value.Embedded, counters, position.Text));
    }

    private static async Task<IResult> ShipmentsAsync(HttpRequest request, IJournalReader reader, CancellationToken cancellationToken)
    {
        var query = ListQuery.Of(request.Query, "status", "held", "violated", "carrier", "seller", "number", "after", "limit");
        var filter = query.Shipments();
        return query.Problem ?? await ListAsync(async () => Ok(await reader.ListShipmentsAsync(filter, cancellationToken)));
    }

    private static async Task<IResult> HoldsAsync(HttpRequest request, IJournalReader reader, CancellationToken cancellationToken)
    {
        var query = ListQuery.Of(request.Query, "after", "limit");
        var (after, limit) = (query.After(), query.Limit());
        return query.Problem ?? await ListAsync(async () => Ok(await reader.ListHoldsAsync(after, limit, cancellationToken)));
    }

    private static async Task<IResult> ListAsync(Func<Task<IResult>> list)
    {
        try
        {
            return await list();
        }
        catch (Exception exception) when (exception is FormatException or ArgumentException)
        {
            // Everything else was checked before: only the store can tell whether a page marker is its own.
            return Problems.BadParameter("after", "Pass what the page before gave as 'next'.");
        }
    }

    private static async Task<IResult> ShipmentAsync(
        string carrier, string number, HttpRequest request, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (ListQuery.Of(request.Query).Problem is { } problem)
        {
            return problem;
        }

        if (!ShipmentNumber.TryCreate(carrier, number, out var key))
        {
            return Problems.BadParameter("number", "Give carrier and number, for example /api/shipments/dhl/1234567890.");
        }

        // Restricted reasons wait for identity and roles: until officers sign in, nobody is shown them.
        var view = await grains.GetGrain<IShipmentGrain>(key.ToString()).GetAsync(showRestricted: false, cancellationToken);
        return view is null ? Problems.NotFound($"No fact about {key} is known.") : Ok(view);
    }

    private static async Task<IResult> SellerAsync(
        string marketplace, string account, HttpRequest request, IGrainFactory grains, CancellationToken cancellationToken)
    {
        if (ListQuery.Of(request.Query).Problem is { } problem)
        {
            return problem;
        }

        if (!SellerKey.TryCreate(marketplace, account, out var key))
        {
            return Problems.BadParameter("account", "Give marketplace and account, for example /api/sellers/olist/abc123.");
        }

        var view = await grains.GetGrain<ISellerGrain>(key.ToString()).GetAsync(cancellationToken);
        return view is null ? Problems.NotFound($"No seller {key} is known.") : Ok(view);
    }

    private static IResult Ok<T>(T value) => Results.Json(value, PageJson.Options);
}
