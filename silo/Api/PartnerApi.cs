using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Cases;
using Tracking.Silo.Api.Description;
using Tracking.Silo.Api.Discrepancies;
using Tracking.Silo.Api.Epcis;
using Tracking.Silo.Api.EvidenceFiles;
using Tracking.Silo.Api.Identity;
using Tracking.Silo.Api.Messages;
using Tracking.Silo.Api.Notices;
using Tracking.Silo.Api.Orders;
using Tracking.Silo.Api.Reports;
using Tracking.Silo.Deliveries;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;
using Tracking.Silo.Proofs;
using Tracking.Silo.Webhooks;

namespace Tracking.Silo.Api;

/// <summary>The partner API: what carriers, marketplaces and authorities send and ask.</summary>
public static class PartnerApi
{
    /// <summary>Adds what the partner API needs; the grains come from whoever hosts it.</summary>
    /// <param name="services">Where to.</param>
    /// <param name="configuration">Sections <c>Partners</c>, <c>Ingest</c> and <c>Reports</c>.</param>
    public static IServiceCollection AddPartnerApi(this IServiceCollection services, IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);

        // Without it the runtime takes a gzip body that breaks off for a whole one, and its last lines would be lost in silence.
        AppContext.SetSwitch("System.IO.Compression.UseStrictValidation", true);
        services.TryAddSingleton(TimeProvider.System);
        services.AddOptions<PartnersOptions>().Configure(o => o.Read(configuration.GetSection(PartnersOptions.Section))).ValidateOnStart();
        services.AddSingleton<IValidateOptions<PartnersOptions>, PartnersValidation>();
        services.AddOptions<IngestOptions>().Bind(configuration.GetSection(IngestOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddOptions<ReportsOptions>().Bind(configuration.GetSection(ReportsOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<PartnerDirectory>();
        services.AddSingleton<FactIngest>();
        services.AddSingleton<FactBatches>();
        services.AddSingleton<ReportStore>();
        services.AddSingleton<PartnerCalls>();
        services.AddSingleton<FactEndpoint>();
        services.AddSingleton<MessageMetrics>();
        services.AddSingleton<MessageEndpoint>();
        services.AddSingleton<ShipmentEndpoint>();
        services.AddSingleton<ClearanceEndpoint>();
        services.AddProofs(configuration);
        services.AddSingleton<ConsolidationEndpoint>();
        services.AddSingleton<ReportEndpoint>();
        services.AddSingleton<MessageIntake>();
        services.AddWebhooks(configuration);
        services.AddDeliveries(configuration);
        services.AddSingleton<OrderEndpoint>();
        services.AddSingleton<IdentityEndpoint>();
        services.AddEpcis();
        services.AddSingleton<CaseEndpoint>();
        services.AddSingleton<NoticeEndpoint>();
        services.AddSingleton<DiscrepancyEndpoint>();
        services.AddOptions<EvidenceOptions>().Bind(configuration.GetSection(EvidenceOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<EvidenceStore>();
        services.AddSingleton<EvidenceEndpoint>();
        services.AddApiDescription();
        return services;
    }

    /// <summary>Maps the partner API, its description and its reference page.</summary>
    /// <param name="app">Where to.</param>
    /// <returns>All its endpoints, for conventions such as the host that they answer on.</returns>
    public static IEndpointConventionBuilder MapPartnerApi(this IEndpointRouteBuilder app)
    {
        ArgumentNullException.ThrowIfNull(app);
        var services = app.ServiceProvider;
        var calls = services.GetRequiredService<PartnerCalls>();
        var facts = services.GetRequiredService<FactEndpoint>();
        var shipments = services.GetRequiredService<ShipmentEndpoint>();
        var clearance = services.GetRequiredService<ClearanceEndpoint>();
        var reports = services.GetRequiredService<ReportEndpoint>();

        var all = app.MapGroup("");
        var api = all.MapGroup("/v1");
        foreach (var (path, reader) in new (string, FactReader)[]
        {
            ("/scans", ScanJson.Instance), ("/manifests", ManifestJson.Instance), ("/dispatches", DispatchJson.Instance), ("/decisions", DecisionJson.Instance),
        })
        {
            PartnerCalls.Handler handler = (context, partner) => facts.HandleAsync(context, partner, reader);
            api.MapPost(path, Answer(calls, handler)).DescribeFacts(reader);
        }

        var messages = services.GetRequiredService<MessageEndpoint>();
        foreach (var route in MessageRoutes.All)
        {
            PartnerCalls.Handler handler = (context, partner) => messages.HandleAsync(context, partner, route.Adapters);
            api.MapPost(route.Path, Answer(calls, handler, MessageQuestion.Names)).DescribeMessages(route.Name, route.Summary, route.Adapters);
        }

        api.MapGet("/reports/{id}", Answer(calls, reports.HandleAsync)).DescribeReport();
        api.MapGet("/shipments/{carrier}/{**number}", Answer(calls, shipments.ShipmentAsync, ShipmentEndpoint.Query)).DescribeShipment();
        api.MapGet("/numbers/{**number}", Answer(calls, NumberEndpoint.AnswerAsync, NumberEndpoint.Query)).DescribeNumber();
        api.MapGet("/sellers/{marketplace}/{account}", Answer(calls, shipments.SellerAsync)).DescribeSeller();
        api.MapGet("/clearance/{carrier}/{**number}", Answer(calls, clearance.OneAsync, ClearanceEndpoint.Query, ClearanceEndpoint.Proof)).DescribeClearance();
        api.MapPost("/clearance", Answer(calls, clearance.ListAsync)).DescribeClearanceList();
        api.MapGet("/consolidations/{carrier}/{**number}", Answer(calls, services.GetRequiredService<ConsolidationEndpoint>().GetAsync, ConsolidationEndpoint.Blocked, ConsolidationEndpoint.After, ConsolidationEndpoint.Limit)).DescribeConsolidation();
        api.MapWebhooks(calls);
        api.MapDeliveries(calls);
        api.MapOrders(calls, services.GetRequiredService<OrderEndpoint>());
        api.MapIdentities(calls, services.GetRequiredService<IdentityEndpoint>());
        api.MapPost("/cases/{carrier}/{**number}", Answer(calls, services.GetRequiredService<CaseEndpoint>().DecideAsync)).DescribeCase();
        var evidence = services.GetRequiredService<EvidenceEndpoint>();
        api.MapPost("/evidence/{organisation}", Answer(calls, evidence.KeepAsync)).DescribeEvidence();
        api.MapGet("/evidence/{organisation}/{sha256}", Answer(calls, evidence.GetAsync)).DescribeEvidenceFile();
        api.MapNotices(calls, services.GetRequiredService<NoticeEndpoint>());
        api.MapPost("/discrepancies/{carrier}/{**number}", Answer(calls, services.GetRequiredService<DiscrepancyEndpoint>().CloseAsync)).DescribeClosing();
        api.MapFallbackToProblem();
        all.MapProofKeys(calls);
        all.MapEpcis(calls);
        all.MapApiDescription();
        return all;
    }

    private static void MapNotices(this RouteGroupBuilder api, PartnerCalls calls, NoticeEndpoint notices)
    {
        api.MapGet("/notices/{carrier}/{**number}", Answer(calls, notices.DraftAsync, NoticeEndpoint.Query)).DescribeNotice();
        api.MapPost("/notices/{carrier}/{**number}", Answer(calls, notices.IssueAsync)).DescribeIssue();
        api.MapGet("/disclosures/{carrier}/{**number}", Answer(calls, notices.LogAsync, NoticeEndpoint.LogQuery)).DescribeDisclosures();
    }

    private static void MapOrders(this RouteGroupBuilder api, PartnerCalls calls, OrderEndpoint orders)
    {
        api.MapPost("/orders", Answer(calls, orders.PlaceAsync)).DescribeOrder();
        api.MapPost("/orders/try", Answer(calls, orders.TryAsync)).DescribeOrderTrial();
        api.MapGet("/orders", Answer(calls, orders.ListAsync, OrderEndpoint.Query)).DescribeOrderList();
        api.MapGet("/orders/{owner}/{id}", Answer(calls, orders.GetAsync)).DescribeOrderView();
        api.MapPost("/orders/{owner}/{id}/lift", Answer(calls, orders.LiftAsync)).DescribeOrderChange("lift", "Lift an order", "Exactly the holds that it placed are lifted with it, on every silo when this answers.");
        api.MapPost("/orders/{owner}/{id}/clear", Answer(calls, orders.ClearAsync)).DescribeOrderChange("clear", "Clear one shipment of an order", "Names the epoch of the order that was looked at: an order that is placed anew counts again.");
        api.MapPost("/orders/{owner}/{id}/contest", Answer(calls, orders.ContestAsync)).DescribeOrderChange("contest", "Object to an order", "The objection is recorded with its reason and shown with the order; the order stands until its owner lifts it or it runs out.");
    }

    private static void MapIdentities(this RouteGroupBuilder api, PartnerCalls calls, IdentityEndpoint identities)
    {
        api.MapPost("/sellers", Answer(calls, identities.RegisterAsync)).DescribeRegistration();
        api.MapGet("/sellers/{marketplace}/{account}/links", Answer(calls, identities.OfSellerAsync)).DescribeSellerLinks();
        api.MapGet("/links", Answer(calls, identities.ListAsync, IdentityEndpoint.Query)).DescribeLinkList();
        api.MapPost("/links/verdicts", Answer(calls, identities.JudgeAsync)).DescribeVerdict();
    }

    /// <summary>A handler that the description can see: it looks at delegates, not at request delegates.</summary>
    private static Delegate Answer(PartnerCalls calls, PartnerCalls.Handler handler, params string[] query) =>
        (HttpContext context) => calls.AnswerAsync(context, handler, [.. query]);

    /// <summary>Says what there is where a path or method is not known.</summary>
    private static void MapFallbackToProblem(this RouteGroupBuilder api)
    {
        var methods = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase)
        {
            ["scans"] = "POST",
            ["manifests"] = "POST",
            ["dispatches"] = "POST",
            ["decisions"] = "POST",
            ["customs"] = "POST",
            ["edi"] = "POST",
            ["epcis"] = "POST",
            ["clearance"] = "GET, POST",
            ["shipments"] = "GET",
            ["consolidations"] = "GET",
            ["numbers"] = "GET",
            ["sellers"] = "GET, POST",
            ["links"] = "GET, POST",
            ["reports"] = "GET",
            ["webhooks"] = "POST",
            ["deliveries"] = "GET, POST",
            ["orders"] = "GET, POST",
            ["cases"] = "POST",
            ["notices"] = "GET, POST",
            ["disclosures"] = "GET",
            ["evidence"] = "GET, POST",
            ["discrepancies"] = "POST",
        };
        api.MapFallback("{**rest}", context =>
        {
            var first = ((string?)context.Request.RouteValues["rest"])?.Split('/')[0] ?? "";
            if (!methods.TryGetValue(first, out var allowed) || allowed.Contains(context.Request.Method, StringComparison.OrdinalIgnoreCase))
            {
                return PartnerCalls.RefuseAsync(context, Problem.NotFound($"There is nothing at {context.Request.Path}. See /reference."));
            }

            context.Response.Headers.Allow = allowed;
            return PartnerCalls.RefuseAsync(context, new Problem(
                "method", StatusCodes.Status405MethodNotAllowed, "Method not permitted", $"{context.Request.Path} takes {allowed}, not {context.Request.Method}."));
        });
    }
}
