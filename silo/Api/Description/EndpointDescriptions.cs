using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;
using Tracking.Formats.Csv;
using Tracking.Formats.Epcis;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Reports;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of each endpoint. Bodies are read by hand, so they are described by hand.</summary>
internal static class EndpointDescriptions
{
    public static void DescribeFacts(this RouteHandlerBuilder endpoint, FactReader reader)
    {
        var plural = reader.Kind is "dispatch" ? "dispatches" : $"{reader.Kind}s";
        endpoint.WithTags("Facts").WithName($"post-{plural}").WithSummary($"Send {plural}")
            .WithDescription($"""
                One {reader.Kind} as JSON, an array of up to {ArrayIntake.MostItems:N0}, or {FactEndpoint.Lines} without limit; as it is or compressed by gzip or zstd.
                One and array are answered item by item. Lines are answered by counts and the first {LineReport.First:N0} that were not accepted, with a link to the rest;
                the answer begins when the body has been read. An item may have {Limits.ItemBytes:N0} bytes.
                """)
            .AddOpenApiOperationTransformer((operation, _, _) =>
            {
                var example = JsonNode.Parse(FactShapes.ExampleOf(reader))!;
                var one = FactShapes.Of(reader);
                operation.RequestBody = new OpenApiRequestBody
                {
                    Required = true,
                    Content = new Dictionary<string, OpenApiMediaType>
                    {
                        [JsonAnswer.MediaType] = new()
                        {
                            Schema = new OpenApiSchema { OneOf = [one, Shape.List($"Several {plural}.", FactShapes.Of(reader), ArrayIntake.MostItems)] },
                            Example = example,
                        },
                        [FactEndpoint.Lines] = new() { Schema = FactShapes.Of(reader), Example = example.DeepClone() },
                    },
                };
                operation.Responses = Responses(
                    "What became of it.",
                    new OpenApiSchema { OneOf = [AnswerShapes.One(), AnswerShapes.Array(), AnswerShapes.Lines()] },
                    "400", "401", "403", "413", "415", "422", "429");
                return Task.CompletedTask;
            });
    }

    public static void DescribeReport(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Facts").WithName("get-report").WithSummary("Fetch the rest of what was not accepted")
        .WithDescription("The lines beyond those in the answer to a long body, one JSON object a line, for a day.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [PathParameter("id", "Id of the report.")];
            operation.Responses = Responses("The lines.", AnswerShapes.One(), "401", "404");
            return Task.CompletedTask;
        });

    public static void DescribeShipment(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Shipments").WithName("get-shipment").WithSummary("Show a shipment")
        .WithDescription("State, parties, pieces, holds, decisions, discrepancies, violations and the whole timeline, by the number of the bill or of a piece.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                .. Number(),
                new OpenApiParameter
                {
                    Name = ShipmentEndpoint.Query,
                    In = ParameterLocation.Query,
                    Description = "JSON; the facts as EPCIS 2.0 document; the timeline as CSV. Accept does the same.",
                    Schema = Shape.OneOf<ShipmentForm>("Form."),
                },
            ];
            operation.Responses = Responses("The shipment.", AnswerShapes.View(typeof(ShipmentView)), "400", "401", "403", "404", "503");
            foreach (var form in new[] { EpcisWriter.MediaType, ShipmentCsv.MediaType })
            {
                operation.Responses["200"].Content![form] = new OpenApiMediaType();
            }

            return Task.CompletedTask;
        });

    public static void DescribeSeller(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Sellers").WithName("get-seller").WithSummary("Show a seller")
        .WithDescription("A marketplace's seller with live counts.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [PathParameter("marketplace", "The marketplace's code."), PathParameter("account", "The seller's account there.")];
            operation.Responses = Responses("The seller.", AnswerShapes.View(typeof(SellerView)), "400", "401", "403", "404", "503");
            return Task.CompletedTask;
        });

    public static void DescribeClearance(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Clearance").WithName("get-clearance").WithSummary("May it move on?")
        .WithDescription("Asked by the sorting belt for a purpose. An answer other than go makes the hold known to the carrier.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                .. Number(),
                new OpenApiParameter { Name = ClearanceEndpoint.Query, In = ParameterLocation.Query, Required = true, Schema = Shape.OneOf<ClearancePurpose>("What the belt wants to do.") },
                new OpenApiParameter { Name = ClearanceEndpoint.Proof, In = ParameterLocation.Query, Schema = Shape.Truth("Whether the answer comes with a JWS that proves it; see /.well-known/jwks.json.") },
            ];
            operation.Responses = Responses("The answer.", AnswerShapes.Clearance(), "400", "401", "403");
            return Task.CompletedTask;
        });

    public static void DescribeClearanceList(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Clearance").WithName("post-clearance").WithSummary("May these move on?")
        .WithDescription($"The same for up to {ClearanceList.MostNumbers:N0} numbers, for example a flight's list before it lands.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType>
                {
                    [JsonAnswer.MediaType] = new()
                    {
                        Schema = AnswerShapes.ClearanceQuestion(),
                        Example = JsonNode.Parse("""{"for":"leave","numbers":["ups/1Z999AA10123456784","dhl/JD0146000"]}"""),
                    },
                },
            };
            operation.Responses = Responses("The answers.", AnswerShapes.ClearanceList(), "400", "401", "413", "415");
            return Task.CompletedTask;
        });

    internal static List<IOpenApiParameter> Number() =>
        [PathParameter("carrier", "The carrier's code."), PathParameter("number", "Number of the bill or piece; a slash in it as it is or as %2F.")];

    internal static OpenApiParameter PathParameter(string name, string description) => new()
    {
        Name = name,
        In = ParameterLocation.Path,
        Required = true,
        Description = description,
        Schema = new OpenApiSchema { Type = JsonSchemaType.String },
    };

    internal static OpenApiResponses Responses(string description, OpenApiSchema schema, params string[] problems)
    {
        var responses = new OpenApiResponses
        {
            ["200"] = new OpenApiResponse
            {
                Description = description,
                Content = new Dictionary<string, OpenApiMediaType> { [JsonAnswer.MediaType] = new() { Schema = schema } },
            },
        };
        foreach (var status in problems)
        {
            responses[status] = new OpenApiResponse
            {
                Description = Meaning(status),
                Content = new Dictionary<string, OpenApiMediaType> { [Problem.MediaType] = new() { Schema = AnswerShapes.Problem() } },
            };
        }

        return responses;
    }

    private static string Meaning(string status) => status switch
    {
        "400" => "Body or query cannot be read.",
        "401" => "No valid API key.",
        "403" => "The key may not speak for that source, or not ask that.",
        "404" => "There is no such thing.",
        "409" => "Something else is there already.",
        "413" => "Too many items or bytes; the limit is named.",
        "415" => "Media type or content encoding not known.",
        "422" => "The one item was rejected: its errors name the fields.",
        "429" => "Too much at once: come again after Retry-After, from where the answer says.",
        _ => "Not reachable now.",
    };
}
