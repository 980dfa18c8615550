using Microsoft.OpenApi;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of the keys of proofs.</summary>
internal static class ProofDescription
{
    public static void DescribeProofKeys(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Clearance").WithName("get-keys").WithSummary("Keys of signed clearance answers")
        .WithDescription("A JSON Web Key Set. Whoever keeps it verifies proofs without asking; no API key is needed.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Responses = EndpointDescriptions.Responses(
                "The keys.", Shape.Object("Keys.", ("keys!", Shape.List("Those that sign or have signed.", new OpenApiSchema { Type = JsonSchemaType.Object }))));
            return Task.CompletedTask;
        });
}
