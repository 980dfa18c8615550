using Tracking.Silo.Api.Description;

namespace Tracking.Silo.Api.Epcis;

/// <summary>Capture and query interface of GS1 EPCIS 2.0, under <c>/epcis</c>.</summary>
internal static class EpcisRegistration
{
    private static readonly string[] Collections = ["eventTypes", "epcs", "bizSteps", "bizLocations", "readPoints", "dispositions"];

    public static void AddEpcis(this IServiceCollection services)
    {
        services.AddSingleton<CaptureFollow>();
        services.AddSingleton<CaptureQueue>();
        services.AddSingleton<CaptureEndpoint>();
        services.AddSingleton<EventEndpoint>();
        services.AddHostedService(provider => provider.GetRequiredService<CaptureQueue>());
        services.AddHostedService<CaptureRecovery>();
    }

    public static void MapEpcis(this IEndpointRouteBuilder app, PartnerCalls calls)
    {
        var captures = app.ServiceProvider.GetRequiredService<CaptureEndpoint>();
        var events = app.ServiceProvider.GetRequiredService<EventEndpoint>();
        var epcis = app.MapGroup("/epcis");
        epcis.MapPost("/capture", Answer(calls, captures.CaptureAsync)).DescribeCapture();
        epcis.MapGet("/capture", Answer(calls, captures.ListAsync)).DescribeCaptureList();
        epcis.MapGet("/capture/{id}", Answer(calls, captures.JobAsync)).DescribeCaptureJob();
        epcis.MapPost("/events", Answer(calls, captures.OneAsync)).DescribeEventPost();
        epcis.MapGet("/events", Answer(calls, events.QueryAsync)).DescribeEventQuery();
        epcis.MapGet("/events/{**id}", Answer(calls, events.OneAsync)).DescribeEvent();
        epcis.MapGet("", Answer(calls, (context, _) => EventAnswer.SendListAsync(context, ["capture", "events", .. Collections], null))).ExcludeFromDescription();
        Discover(epcis, "", "GET, OPTIONS");
        Discover(epcis, "/capture", "GET, POST, OPTIONS");
        Discover(epcis, "/capture/{id}", "GET, OPTIONS");
        Discover(epcis, "/events", "GET, POST, OPTIONS");
        Discover(epcis, "/events/{**id}", "GET, OPTIONS");
        foreach (var collection in Collections)
        {
            epcis.MapGet($"/{collection}", Answer(calls, (context, partner) => events.ListAsync(context, partner, collection))).DescribeEventList(collection);
            epcis.MapGet($"/{collection}/{{word}}", Answer(calls, (context, _) => EventAnswer.SendListAsync(context, ["events"], null))).ExcludeFromDescription();
            epcis.MapGet($"/{collection}/{{word}}/events", Answer(calls, (context, partner) => events.QueryAsync(context, partner, collection))).ExcludeFromDescription();
            Discover(epcis, $"/{collection}", "GET, OPTIONS");
            Discover(epcis, $"/{collection}/{{word}}", "GET, OPTIONS");
            Discover(epcis, $"/{collection}/{{word}}/events", "GET, OPTIONS");
        }

        epcis.MapFallback("{**rest}", context =>
        {
            EpcisHeaders.Set(context.Response);
            return PartnerCalls.RefuseAsync(context, EpcisProblems.NotFound($"There is nothing at {context.Request.Method} {context.Request.Path}. OPTIONS says what there is."));
        });
    }

    private static void Discover(RouteGroupBuilder epcis, string path, string allowed) => epcis.MapMethods(path, ["OPTIONS"], (HttpContext context) =>
    {
        EpcisHeaders.SetAll(context.Response, allowed);
        context.Response.StatusCode = StatusCodes.Status204NoContent;
    }).ExcludeFromDescription();

    private static Delegate Answer(PartnerCalls calls, PartnerCalls.Handler handler) => (HttpContext context) =>
    {
        EpcisHeaders.Set(context.Response);
        return calls.AnswerAnyQueryAsync(context, (c, partner) => EpcisHeaders.Unmet(c.Request) is { } unmet ? PartnerCalls.RefuseAsync(c, unmet) : handler(c, partner));
    };
}
