using System.Collections.Immutable;
using Microsoft.OpenApi;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Silo.Api.Messages;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of the endpoints for foreign messages.</summary>
internal static class MessageDescriptions
{
    public static void DescribeMessages(this RouteHandlerBuilder endpoint, string name, string summary, ImmutableArray<IAdapter> adapters) => endpoint
        .WithTags("Messages").WithName(name).WithSummary(summary)
        .WithDescription($"""
            One message or interchange as it was received, at most {adapters.Max(a => a.MostBytes):N0} bytes, as it is or compressed by gzip or zstd; the content type does not matter.
            Read here: {string.Join("; ", adapters.Select(a => a.Title))}. Answered when everything in it is durable: by the standard's own acknowledgement where it has one,
            unless Accept asks for JSON or a fact was rejected; else by what became of each fact, what is wrong and where, and the codes that no table has.
            Facts are taken under the rights of decisions and scans.
            """)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                Query(MessageQuestion.CarrierName, Shape.Text("Carrier whose numbers these are, where the message does not say.")),
                Query(MessageQuestion.AuthorityName, Shape.Text("Authority that decided, where it is not the format's own; begins with its country.", example: "de-zoll")),
                Query(MessageQuestion.NumberName, Shape.Text("Number that the message is about, where it speaks of it under another name.")),
                Query(MessageQuestion.ProcedureName, Shape.OneOf<CustomsProcedure>("Procedure, where the message does not say. A release without a known procedure releases nothing.")),
            ];
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { ["*/*"] = new() { Schema = Shape.Text("The message.") } },
            };
            operation.Responses = EndpointDescriptions.Responses("What became of it.", MessageShapes.Answer(), "400", "401", "403", "413", "415", "422", "429");
            return Task.CompletedTask;
        });

    private static OpenApiParameter Query(string name, OpenApiSchema schema) => new() { Name = name, In = ParameterLocation.Query, Required = false, Schema = schema };
}
