using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tracking.Formats.Carriers;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of webhooks.</summary>
internal static class WebhookDescription
{
    public static void DescribeWebhook(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Messages").WithName("post-webhook").WithSummary("Send what a carrier or aggregator pushes, in its own form")
        .WithDescription("""
            The same form as it is pulled is taken as well. A source that has a secret in the configuration is told apart by its own signature over the body,
            any other by an API key. What the message says goes in as scans; sending it again changes nothing.
            """)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            var source = EndpointDescriptions.PathParameter("source", "Carrier or aggregator.");
            source.Schema = new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. CarrierAdapters.All.Select(a => (JsonNode)JsonValue.Create(a.Name)!)] };
            operation.Parameters = [source];
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [JsonAnswer.MediaType] = new() { Schema = new OpenApiSchema { Description = "The sender's own JSON." } },
                    ["application/xml"] = new() { Schema = new OpenApiSchema { Description = "The sender's own XML." } },
                },
            };
            operation.Responses = EndpointDescriptions.Responses("What became of it.", MessageShapes.Answer(), "400", "401", "403", "404", "413", "415", "422", "429");
            return Task.CompletedTask;
        });
}
