using Microsoft.OpenApi;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Identifiers;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of boxes.</summary>
internal static class ConsolidationDescription
{
    public static void DescribeConsolidation(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Shipments").WithName("get-consolidation").WithSummary("Show what is in a box")
        .WithDescription("How many things are in a bag, pallet, container or master bill, boxes in it included; how many of them their own facts do not let go; and what is directly inside, page by page.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                .. EndpointDescriptions.Number(),
                Query(ConsolidationEndpoint.Blocked, Shape.OneOf<ClearancePurpose>("Only what may not go for this purpose.")),
                Query(ConsolidationEndpoint.After, Shape.Text("The value of next from the page before.", ShipmentNumber.LongestNumber)),
                Query(ConsolidationEndpoint.Limit, Shape.Whole("Items on a page; 100 unless said.", 1, 1_000)),
            ];
            operation.Responses = EndpointDescriptions.Responses("What is inside.", Contents(), "400", "401", "403", "503");
            return Task.CompletedTask;
        });

    private static OpenApiParameter Query(string name, OpenApiSchema schema) => new() { Name = name, In = ParameterLocation.Query, Schema = schema };

    private static OpenApiSchema Contents() => new()
    {
        Type = JsonSchemaType.Object,
        Properties = new Dictionary<string, IOpenApiSchema>
        {
            ["carrier"] = Shape.Text("Carrier.", ShipmentNumber.LongestCarrier),
            ["number"] = Shape.Text("The box.", ShipmentNumber.LongestNumber),
            ["members"] = Shape.Whole("Things inside, at any depth.", 0, int.MaxValue),
            ["boxes"] = Shape.Whole("Boxes among them.", 0, int.MaxValue),
            ["blocked"] = Shape.Whole("How many of them their own facts do not let go for the purpose; leave unless said.", 0, int.MaxValue),
            ["items"] = new OpenApiSchema
            {
                Type = JsonSchemaType.Array,
                Items = new OpenApiSchema
                {
                    Type = JsonSchemaType.Object,
                    Properties = new Dictionary<string, IOpenApiSchema>
                    {
                        ["number"] = Shape.Text("Number.", ShipmentNumber.LongestNumber),
                        ["since"] = new OpenApiSchema { Type = JsonSchemaType.String, Format = "date-time", Description = "Since when it is inside." },
                        ["box"] = new OpenApiSchema { Type = JsonSchemaType.Boolean, Description = "Whether it is a box itself." },
                        ["own"] = new OpenApiSchema { Type = JsonSchemaType.Object, Description = "What its own facts answer, by purpose; boxes around it and orders not yet written may be stricter." },
                    },
                },
            },
            ["next"] = Shape.Text("Send it as after; missing on the last page.", ShipmentNumber.LongestNumber),
        },
    };
}
