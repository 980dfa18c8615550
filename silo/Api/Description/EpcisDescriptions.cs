using Microsoft.OpenApi;
using Tracking.Silo.Api.Epcis;
using Tracking.Silo.Api.Messages;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of the interface of GS1 EPCIS 2.0.</summary>
internal static class EpcisDescriptions
{
    private const string Tag = "EPCIS";

    public static void DescribeCapture(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags(Tag).WithName("post-epcis-capture").WithSummary("Capture a document")
        .WithDescription($"""
            An EPCISDocument of 2.0 (JSON, JSON-LD) or of 1.2 or 2.0 (XML), with up to {CaptureEndpoint.MostEvents:N0} events. Answered 202 with Location of the job when events and
            job are durable. {EpcisHeaders.ErrorBehaviour}: rollback (all or nothing, the default) or proceed. The job names invalid events and those that are there already.
            """)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                Query(MessageQuestion.CarrierName, "Carrier whose numbers the keys of GS1 are; not needed where the key speaks for one carrier."),
                new OpenApiParameter { Name = EpcisHeaders.ErrorBehaviour, In = ParameterLocation.Header, Schema = Shape.Text("rollback or proceed.") },
            ];
            operation.RequestBody = Body();
            operation.Responses = Only("202", "The job, in Location.", "400", "401", "406", "413", "415", "429");
            return Task.CompletedTask;
        });

    public static void DescribeEventPost(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags(Tag).WithName("post-epcis-event").WithSummary("Capture one event")
        .WithDescription("Answered 201 with Location of the event when it is durable and its parcels know; 409 where an event of the same id is there.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [Query(MessageQuestion.CarrierName, "Carrier whose numbers the keys of GS1 are.")];
            operation.RequestBody = Body();
            operation.Responses = Only("201", "The event, in Location.", "400", "401", "403", "406", "409", "413", "415", "429");
            return Task.CompletedTask;
        });

    public static void DescribeCaptureJob(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags(Tag).WithName("get-epcis-capture").WithSummary("Show a capture job").WithDescription("running until the parcels know; success where no event was refused.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [EndpointDescriptions.PathParameter("id", "The job's captureID.")];
            operation.Responses = EndpointDescriptions.Responses("The job.", Job(), "401", "404");
            return Task.CompletedTask;
        });

    public static void DescribeCaptureList(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags(Tag).WithName("list-epcis-captures").WithSummary("List capture jobs").WithDescription("The caller's own, latest first; the next page by Link.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = Paging();
            operation.Responses = EndpointDescriptions.Responses("The jobs.", Shape.List("Jobs.", Job(), PageQuestion.MostPerPage), "400", "401");
            return Task.CompletedTask;
        });

    public static void DescribeEventQuery(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags(Tag).WithName("get-epcis-events").WithSummary("Query events")
        .WithDescription($"The simple event query. Several values with commas between; all parameters must hold. Followed are {string.Join(", ", EventQuestion.Known)}.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [.. EventQuestion.Known.Where(n => !n.Contains('{')).Select(n => Query(n, "See the simple event query of EPCIS."))];
            operation.Responses = EndpointDescriptions.Responses("An EPCISQueryDocument; the next page by Link.", Shape.Object("An EPCISQueryDocument."), "400", "401", "406");
            return Task.CompletedTask;
        });

    public static void DescribeEvent(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags(Tag).WithName("get-epcis-event").WithSummary("Show an event").WithDescription("As it was captured, with its time of record.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [EndpointDescriptions.PathParameter("id", "Its eventID, escaped.")];
            operation.Responses = EndpointDescriptions.Responses("The event.", Shape.Object("An event of EPCIS."), "401", "404");
            return Task.CompletedTask;
        });

    public static void DescribeEventList(this RouteHandlerBuilder endpoint, string collection) => endpoint
        .WithTags(Tag).WithName($"list-epcis-{collection}").WithSummary($"List {collection}").WithDescription($"Those that events use; the events of one at /epcis/{collection}/…/events.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = Paging();
            operation.Responses = EndpointDescriptions.Responses("A Collection.", Shape.Object("A Collection with member."), "400", "401");
            return Task.CompletedTask;
        });

    private static OpenApiSchema Job() => Shape.Object(
        "A capture job.",
        ("captureID!", Shape.Text("Its id.")),
        ("createdAt!", Shape.Text("When it came.")),
        ("finishedAt", Shape.Text("When it was done.")),
        ("running!", Shape.Truth("Whether parcels are still being told.")),
        ("success!", Shape.Truth("Whether it is done without an error.")),
        ("captureErrorBehaviour!", Shape.Text("rollback or proceed.")),
        ("errors!", Shape.List("Problems, one an event.", AnswerShapes.Problem())));

    private static List<IOpenApiParameter> Paging() => [Query(PageQuestion.PerPageName, $"1 to {PageQuestion.MostPerPage:N0}."), Query(PageQuestion.TokenName, "From the link of the page before.")];

    private static OpenApiParameter Query(string name, string description) => new() { Name = name, In = ParameterLocation.Query, Description = description, Schema = Shape.Text(description) };

    private static OpenApiRequestBody Body() => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType>
        {
            ["application/ld+json"] = new() { Schema = Shape.Object("EPCIS 2.0.") },
            ["application/json"] = new() { Schema = Shape.Object("EPCIS 2.0.") },
            ["application/xml"] = new() { Schema = Shape.Text("EPCIS 1.2 or 2.0.") },
        },
    };

    private static OpenApiResponses Only(string status, string description, params string[] problems)
    {
        var responses = EndpointDescriptions.Responses(description, Shape.Object(description), problems);
        responses.Remove("200");
        responses[status] = new OpenApiResponse { Description = description };
        return responses;
    }
}
