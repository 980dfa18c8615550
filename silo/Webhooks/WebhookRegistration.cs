using Microsoft.Extensions.Options;
using Tracking.Silo.Api;
using Tracking.Silo.Api.Description;

namespace Tracking.Silo.Webhooks;

/// <summary>Puts webhooks into the partner API.</summary>
internal static class WebhookRegistration
{
    public static void AddWebhooks(this IServiceCollection services, IConfiguration configuration)
    {
        services.AddOptions<WebhooksOptions>().Configure(o => o.Read(configuration.GetSection(WebhooksOptions.Section))).ValidateOnStart();
        services.AddSingleton<IValidateOptions<WebhooksOptions>, WebhooksValidation>();
        services.AddSingleton<WebhookEndpoint>();
    }

    public static void MapWebhooks(this IEndpointRouteBuilder api, PartnerCalls calls)
    {
        var webhooks = api.ServiceProvider.GetRequiredService<WebhookEndpoint>();

        // A delegate and no request delegate: only those are described.
        Delegate answer = (HttpContext context) => calls.AnswerAsync(context, () => webhooks.AnswerAsync(context));
        api.MapPost("/webhooks/{source}", answer).DescribeWebhook();
    }
}
