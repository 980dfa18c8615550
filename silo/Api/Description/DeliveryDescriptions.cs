using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tracking.Formats.Json;
using static Tracking.Silo.Api.Description.EndpointDescriptions;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of deliveries.</summary>
internal static class DeliveryDescriptions
{
    /// <summary>The one operation that is about all endpoints.</summary>
    public const string List = "list-deliveries";

    public static void DescribeDelivery(this RouteHandlerBuilder endpoint, string name, string summary, string description, params string[] query) => endpoint
        .WithTags("Deliveries").WithName(name).WithSummary(summary).WithDescription(description)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. name == List ? [] : EndpointId(), .. query.Select(q => new OpenApiParameter { Name = q, In = ParameterLocation.Query, Schema = Shape.Text(Meaning(q)) })];
            operation.Responses = Responses(description, new OpenApiSchema { Type = JsonSchemaType.Object }, "400", "401", "404", "503");
            return Task.CompletedTask;
        });

    public static void DescribeRedelivery(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Deliveries").WithName("redeliver").WithSummary("Send messages again")
        .WithDescription("One message, all of a shipment, or all after a sequence: delivered or given up, in their old places, as long as they are kept.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = EndpointId();
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [JsonAnswer.MediaType] = new() { Schema = Body(), Example = JsonNode.Parse("{\"after\":0}")! } },
            };
            operation.Responses = Responses("How many are queued.", Shape.Object("How many.", ("queued!", Shape.Whole("Messages that are queued."))), "400", "401", "404", "413", "415", "503");
            return Task.CompletedTask;
        });

    private static List<IOpenApiParameter> EndpointId() => [PathParameter("endpoint", "The endpoint's id, as it is configured.")];

    private static string Meaning(string query) => query switch
    {
        "state" => "Only messages that are waiting, delivered or dead.",
        "after" => "Only messages after this sequence: what the last page gave as next.",
        _ => "At most so many, 1 to 500; 100 unless said.",
    };

    private static OpenApiSchema Body() => Shape.Object(
        "Which, in exactly one way.",
        ("message", Shape.Text("The id of one message.", Limits.Id)),
        ("carrier", Shape.Text("With the number: all of a shipment.")),
        ("number", Shape.Text("The shipment's number.")),
        ("after", Shape.Whole("All after this sequence.")));
}
