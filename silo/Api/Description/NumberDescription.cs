using Microsoft.OpenApi;
using Tracking.Formats.TrackingNumbers;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of the look at a number.</summary>
internal static class NumberDescription
{
    public static void DescribeNumber(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Shipments").WithName("get-number").WithSummary("Which carriers does a number fit?")
        .WithDescription("""
            Takes a number as people type it and scanners read it, takes off what is around it, verifies check digits and names every carrier
            that it fits, the best grounded first. Looks at the number alone: that a number fits says nothing of whether it was ever used.
            """)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                EndpointDescriptions.PathParameter("number", "The number as typed or scanned, also a GS1 element string, Digital Link or EPC URN."),
                new OpenApiParameter
                {
                    Name = NumberEndpoint.Query,
                    In = ParameterLocation.Query,
                    Description = "The carrier that a person says it is of; comes before every guess.",
                    Schema = new OpenApiSchema { Type = JsonSchemaType.String },
                },
            ];
            operation.Responses = EndpointDescriptions.Responses("What it may be.", Reading(), "400", "401");
            return Task.CompletedTask;
        });

    private static OpenApiSchema Reading() => Shape.Object(
        "What a number may be.",
        ("number!", Shape.Text("The number without spaces and what a scanner puts before it; empty where it is none.")),
        ("postalCode", Shape.Text("The destination's postal code, where the bar code had it before the number.")),
        ("corrected", Shape.Text("The carrier that was asked for against the guess.")),
        ("fits!", Shape.List("Carriers that it fits.", Shape.Object(
            "A carrier.",
            ("carrier!", Shape.Text("The carrier's code.")),
            ("number!", Shape.Text("The number as this carrier knows it.")),
            ("level!", Shape.OneOf<NumberLevel>("Whether it names a piece or a bill.")),
            ("form!", Shape.Text("What numbers of this form are called.")),
            ("service", Shape.Text("The service that it names.")),
            ("verified!", Shape.Truth("Whether a check digit stands for it.")),
            ("reason!", Shape.Text("Why it fits."))))),
        ("misses!", Shape.List("Carriers that it fits but for the check digit.", Shape.Object(
            "A carrier.",
            ("carrier!", Shape.Text("The carrier's code.")),
            ("form!", Shape.Text("What numbers of this form are called.")),
            ("checkDigit!", Shape.Text("The check digit in it.", 1)),
            ("expected!", Shape.Text("The check digit that the rest asks for.", 1))))),
        ("notes!", Shape.List("What was taken off, and why.", Shape.Text("A sentence."))));
}
