using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Notices;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Notices;
using Tracking.Formats.Json;
using static Tracking.Silo.Api.Description.EndpointDescriptions;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of issued notices, the log of disclosures and closed discrepancies.</summary>
internal static class NoticeDescriptions
{
    private const string Issue =
        """{"authority":"us-cbp","hold":"1H-20260302-1","kind":"disclosure","revision":3,"reference":"2026-4701-000123-D","recipient":"Example Brand Inc.","officer":{"name":"J. Doe"}}""";

    private const string Closing =
        """{"authority":"us-cbp","kind":"carrier-says-released","fact":"s-17","reason":"The carrier corrected its scan by telephone.","officer":{"name":"J. Doe"}}""";

    public static void DescribeIssue(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Cases").WithName("post-notice").WithSummary("Issue a notice about a hold")
        .WithDescription("""
            The authority has given the notice a reference: it counts as issued, its clocks hear of it, and what was disclosed is in the log for good.
            The same again is answered as it was. 409 where the case has moved on, or the reference was used with other fields; 422 with what would be
            possible where the notice, or a field, may not be said at this stage. An offer of abandonment is issued by the command offer-abandonment.
            """)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = Number();
            operation.RequestBody = Body(Notice(), Issue);
            operation.Responses = Responses("What was disclosed.", AnswerShapes.View(typeof(DisclosureView)), "400", "401", "403", "404", "409", "413", "415", "422", "503");
            return Task.CompletedTask;
        });

    public static void DescribeDisclosures(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Cases").WithName("get-disclosures").WithSummary("The log of disclosures")
        .WithDescription("Everything that an authority disclosed about its holds on a shipment: what, at which stage, to whom, by whom, when, under which reference.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                .. Number(),
                CaseDescriptions.Asked("authority", Shape.Text("Whose holds.", ShipmentNumber.LongestCarrier)),
                CaseDescriptions.Asked("hold", Shape.Text("Only of this hold.", Limits.Id)),
            ];
            var log = Shape.Object("The log.", ("authority!", Shape.Text("Who told.")), ("disclosures!", Shape.List("In order of time; each with its hold.", AnswerShapes.View(typeof(DisclosureView)))));
            operation.Responses = Responses("The log.", log, "400", "401", "403", "404", "503");
            return Task.CompletedTask;
        });

    public static void DescribeClosing(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Cases").WithName("post-discrepancy").WithSummary("Close a discrepancy")
        .WithDescription("An officer has looked at what does not fit and says why nothing more is to be done. It stays in the shipment's view with who closed it, when and why, and counts no more.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = Number();
            operation.RequestBody = Body(Closed(), Closing);
            operation.Responses = Responses("The discrepancy as it is now.", AnswerShapes.View(typeof(DiscrepancyView)), "400", "401", "403", "404", "413", "415", "422", "503");
            return Task.CompletedTask;
        });

    private static OpenApiRequestBody Body(OpenApiSchema schema, string example) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { [JsonAnswer.MediaType] = new() { Schema = schema, Example = JsonNode.Parse(example)! } },
    };

    private static OpenApiSchema Notice() => Shape.Object(
        "A notice.",
        ("authority!", Shape.Text("Whose hold it is; the key must speak for it.", ShipmentNumber.LongestCarrier, "us-cbp")),
        ("hold!", Shape.Text("The hold's id.", Limits.Id)),
        ("kind!", Shape.OneOf<NoticeKind>("What it is; to whom follows from it.")),
        ("revision!", Shape.Whole("The revision of the case that its author saw.", 0, int.MaxValue)),
        ("reference!", Shape.Text("The authority's reference.", Limits.Id)),
        ("recipient", Shape.Text("For a disclosure: the right holder's organisation.", Limits.Name)),
        ("fields", Shape.List("What of the draft is said; all of it unless said.", Shape.OneOf<NoticeField>("A field."))),
        ("officer!", Officer()));

    private static OpenApiSchema Closed() => Shape.Object(
        "A discrepancy to be closed.",
        ("authority!", Shape.Text("Whose officer closes it; the key must speak for it.", ShipmentNumber.LongestCarrier, "us-cbp")),
        ("kind!", Shape.OneOf<DiscrepancyKind>("What does not fit.")),
        ("fact!", Shape.Text("The id of the fact that shows it.", Limits.Id)),
        ("reason!", Shape.Text("Why it is closed.", Limits.Prose)),
        ("officer!", Officer()));

    private static OpenApiSchema Officer() => Shape.Object(
        "Who decides.", ("name!", Shape.Text("The officer's name.", Limits.Name)), ("role", Shape.Text("officer, or supervisor; officer unless said.", Limits.Code, "officer")));
}
