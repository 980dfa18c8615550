using System.Net;
using Microsoft.Extensions.Options;
using Tracking.Silo.Api;
using Tracking.Silo.Api.Deliveries;
using Tracking.Silo.Api.Description;
using Tracking.Silo.Hosting;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Deliveries;

/// <summary>Puts deliveries into the partner API, and into the silo that makes them.</summary>
internal static class DeliveryRegistration
{
    /// <summary>What the partner API needs.</summary>
    public static void AddDeliveries(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<DeliveriesOptions>().Bind(configuration.GetSection(DeliveriesOptions.Section)).ValidateDataAnnotations().ValidateOnStart();
        services.AddSingleton<IValidateOptions<PartnersOptions>, DeliveriesValidation>();
        var isEmbedded = (configuration[$"{ClusterSettings.Section}:{nameof(ClusterSettings.Kind)}"] ?? ClusterSettings.Embedded) == ClusterSettings.Embedded;
        services.AddSingleton(provider => new TargetRules(
            isEmbedded, [.. provider.GetRequiredService<IOptions<DeliveriesOptions>>().Value.PermittedNetworks.Select(text => IPNetwork.Parse(text))]));
        services.AddSingleton<DeliveryEndpoints>();
        services.AddSingleton<DeliveryClient>();
        services.AddSingleton<DeliveryEndpoint>();
    }

    /// <summary>What a silo needs that makes them.</summary>
    public static void AddDeliveryService(this IServiceCollection services)
    {
        services.AddSingleton<DeliveryMetrics>();
        services.AddSingleton<NewsReader>();
        services.AddSingleton<EndpointDelivery>();
        services.AddHostedService<DeliveryService>();
    }

    public static void MapDeliveries(this IEndpointRouteBuilder api, PartnerCalls calls)
    {
        var deliveries = api.ServiceProvider.GetRequiredService<DeliveryEndpoint>();
        api.MapGet("/deliveries", Answer(calls, deliveries.ListAsync)).DescribeDelivery(DeliveryDescriptions.List, "Show my endpoints", "How far each is, what waits and what was given up.");
        api.MapGet("/deliveries/{endpoint}/messages", Answer(calls, deliveries.MessagesAsync, DeliveryEndpoint.Query))
            .DescribeDelivery("list-messages", "List messages", "By sequence; state=dead is the list of what was given up.", DeliveryEndpoint.Query);
        api.MapPost("/deliveries/{endpoint}/redeliver", Answer(calls, deliveries.RedeliverAsync)).DescribeRedelivery();
        api.MapPost("/deliveries/{endpoint}/ping", Answer(calls, deliveries.PingAsync))
            .DescribeDelivery("ping-endpoint", "Test call", "Sends a signed message of the type ping at once and answers with what came of it.");
        api.MapPost("/deliveries/{endpoint}/enable", Answer(calls, deliveries.EnableAsync))
            .DescribeDelivery("enable-endpoint", "Enable an endpoint", "One that answered 410 goes on where it stopped; a pause that it asked for ends.");
    }

    private static Delegate Answer(PartnerCalls calls, PartnerCalls.Handler handler, params string[] query) =>
        (HttpContext context) => calls.AnswerAsync(context, handler, [.. query]);
}
