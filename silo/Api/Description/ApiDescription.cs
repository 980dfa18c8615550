using Microsoft.AspNetCore.OpenApi;
using Microsoft.OpenApi;
using Scalar.AspNetCore;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Description;

/// <summary>The description of the partner API and its reference page, which asks no other host for anything.</summary>
internal static class ApiDescription
{
    private const string Name = "v1";
    private const string KeyScheme = "apiKey";

    public static void AddApiDescription(this IServiceCollection services) => services.AddOpenApi(Name, options =>
    {
        // The page's host may have endpoints of its own, which are not the partners' business.
        options.ShouldInclude = description => description.RelativePath is { } path && (path.StartsWith("v1/", StringComparison.Ordinal) || path.StartsWith("epcis", StringComparison.Ordinal));
        options.AddDocumentTransformer((document, _, _) =>
        {
            Describe(document);
            return Task.CompletedTask;
        });
    });

    public static void MapApiDescription(this IEndpointRouteBuilder app)
    {
        app.MapOpenApi("/openapi/{documentName}.json");
        app.MapScalarApiReference("/reference", options =>
        {
            options.Title = "Tracking: partner API";
            options.OpenApiRoutePattern = "/openapi/{documentName}.json";
            options.AddDocument(Name);
            options.DefaultFonts = false;
            options.Telemetry = false;
            options.ProxyUrl = null;
            options.DisableAgent();
            options.DisableMcp();
            options.HideClientButton = true;
        });
    }

    private static void Describe(OpenApiDocument document)
    {
        document.Info = new OpenApiInfo
        {
            Title = "Tracking: partner API",
            Version = Name,
            Description = """
                Carriers send scans and manifests, marketplaces dispatches, authorities decisions; the sorting belt asks whether a parcel may move on.

                An answer comes only after what it accepted is durable. Sending the same fact again changes nothing and is answered as duplicate,
                so after a lost connection send again from the first line that is not known to be settled.
                Each item stands alone: a broken one never harms its neighbours. Errors are RFC 9457 problem details that name the field and the remedy.
                """,
        };
        document.Components ??= new OpenApiComponents();
        document.Components.SecuritySchemes ??= new Dictionary<string, IOpenApiSecurityScheme>();
        document.Components.SecuritySchemes[KeyScheme] = new OpenApiSecurityScheme
        {
            Type = SecuritySchemeType.ApiKey,
            In = ParameterLocation.Header,
            Name = PartnerDirectory.KeyHeader,
            Description = "Your key; Authorization: Bearer is taken as well. Not needed in the embedded mode.",
        };
        document.Security = [new OpenApiSecurityRequirement { [new OpenApiSecuritySchemeReference(KeyScheme, document)] = [] }];
        document.Servers = [];
    }
}
