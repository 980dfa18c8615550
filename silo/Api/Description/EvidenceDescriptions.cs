using Microsoft.OpenApi;
using Tracking.Contracts.Identifiers;
using static Tracking.Silo.Api.Description.EndpointDescriptions;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of evidence.</summary>
internal static class EvidenceDescriptions
{
    public static void DescribeEvidence(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Cases").WithName("post-evidence").WithSummary("Keep a file on which a decision rests")
        .WithDescription("The file as the body, whatever it is. It is kept by the SHA-256 of its content, an equal one once: 201 for a new one, 200 for one that is there. A command on a case names it by that hash.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [Organisation()];
            operation.RequestBody = new OpenApiRequestBody { Required = true, Content = new Dictionary<string, OpenApiMediaType> { ["application/octet-stream"] = new() } };
            operation.Responses = Responses("It is kept.", Kept(), "400", "401", "403", "413", "415", "429", "503");
            return Task.CompletedTask;
        });

    public static void DescribeEvidenceFile(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Cases").WithName("get-evidence").WithSummary("Get a file on which a decision rests")
        .WithDescription("For keys of the organisation whose file it is. Always as an attachment, never as a page.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [Organisation(), new OpenApiParameter { Name = "sha256", In = ParameterLocation.Path, Required = true, Schema = Shape.Text("SHA-256 of its content, 64 hexadecimal digits.", 64) }];
            operation.Responses = Responses("The file.", Kept(), "400", "401", "403", "404");
            operation.Responses["200"].Content!.Clear();
            operation.Responses["200"].Content!["application/octet-stream"] = new OpenApiMediaType();
            return Task.CompletedTask;
        });

    private static OpenApiParameter Organisation() => new()
    {
        Name = "organisation",
        In = ParameterLocation.Path,
        Required = true,
        Schema = Shape.Text("Whose file it is.", ShipmentNumber.LongestCarrier, "us-cbp"),
    };

    private static OpenApiSchema Kept() => Shape.Object(
        "A file that is kept.", ("sha256!", Shape.Text("SHA-256 of its content, 64 hexadecimal digits.", 64)), ("bytes!", Shape.Whole("Its size in bytes.")));
}
