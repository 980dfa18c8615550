using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tracking.Contracts.Cases;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Cases;
using Tracking.Domain.Notices;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Cases;
using static Tracking.Silo.Api.Description.EndpointDescriptions;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of cases.</summary>
internal static class CaseDescriptions
{
    private const string Example =
        """
        {"authority":"us-cbp","hold":"1H-20260302-1","action":"seize","revision":3,"reason":"Counterfeit mark","reference":"2026-4701-000123",
         "officer":{"name":"J. Doe","role":"supervisor"},
         "evidence":[{"name":"mark.jpg","mediaType":"image/jpeg","bytes":48213,"sha256":"9f86d081884c7d659a2feaa0c55ad015a3bf4f1b2b0b822cd15d6c15b0f00a08"}]}
        """;

    public static void DescribeCase(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Cases").WithName("post-case").WithSummary("Decide about a hold")
        .WithDescription("""
            What a named officer decides about the case of a hold, checked against the table of cases. It names the revision that its author saw:
            409 with the case as it is now where somebody else was first, 422 with what would be possible and who could do it where it is not.
            The shipment shows its cases with their revision, their deadlines and what may be done now.
            """)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = Number();
            operation.RequestBody = new OpenApiRequestBody
            {
                Required = true,
                Content = new Dictionary<string, OpenApiMediaType> { [JsonAnswer.MediaType] = new() { Schema = Command(), Example = JsonNode.Parse(Example)! } },
            };
            operation.Responses = Responses("The case after it.", AnswerShapes.View(typeof(CaseView)), "400", "401", "403", "404", "409", "413", "415", "422", "503");
            return Task.CompletedTask;
        });

    public static void DescribeNotice(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Cases").WithName("get-notice").WithSummary("Draft a notice about a hold")
        .WithDescription("What may be said to the importer or to the owner of the right at the stage of the case; everything else is redacted. A draft: it is issued when the authority says so.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                .. Number(),
                Asked("authority", Shape.Text("Whose hold it is.", ShipmentNumber.LongestCarrier)),
                Asked("hold", Shape.Text("The hold's id.", Limits.Id)),
                Asked("to", Shape.OneOf<NoticeRecipient>("To whom; or say kind.")),
                Asked("kind", Shape.OneOf<NoticeKind>("The notice; unless said, the one that goes to that recipient at the stage of the case.")),
                Asked("as", Shape.Text("json, or html for print; json unless said.", example: "html")),
            ];
            operation.Responses = Responses("The draft.", Notice(), "400", "401", "403", "404", "503");
            operation.Responses["200"].Content!["text/html"] = new OpenApiMediaType();
            return Task.CompletedTask;
        });

    internal static OpenApiParameter Asked(string name, OpenApiSchema schema) => new() { Name = name, In = ParameterLocation.Query, Schema = schema };

    private static OpenApiSchema Notice() => Shape.Object(
        "A draft of a notice.",
        ("kind!", Shape.OneOf<NoticeKind>("What it is.")),
        ("to!", Shape.OneOf<NoticeRecipient>("To whom.")),
        ("stage!", Shape.OneOf<DisclosureStage>("The stage of the case.")),
        ("authority!", Shape.Text("Who tells.")),
        ("hold!", Shape.Text("The hold.")),
        ("lines!", Shape.List("What may be said.", Shape.Object("A line.", ("field!", Shape.OneOf<NoticeField>("What it is.")), ("text!", Shape.Text("The text."))))),
        ("redacted!", Shape.List("What must not be said.", Shape.OneOf<NoticeField>("A field."))),
        ("note!", Shape.Text("That it is a draft, and no legal advice.")));

    private static OpenApiSchema Command() => Shape.Object(
        "A command on a case.",
        ("authority!", Shape.Text("Whose hold it is; the key must speak for it.", ShipmentNumber.LongestCarrier, "us-cbp")),
        ("hold!", Shape.Text("The hold's id.", Limits.Id)),
        ("action!", Shape.OneOf<CaseAction>("What to do.")),
        ("revision!", Shape.Whole("The revision of the case that its author saw.", 0, int.MaxValue)),
        ("clock", Shape.Text("For confirm-effect: the clock whose effect is confirmed.", Limits.Id, "us.determination")),
        ("reason", Shape.Text("Why.", Limits.Prose)),
        ("reference", Shape.Text("The authority's reference.", Limits.Id)),
        ("officer!", Shape.Object("Who decides.", ("name!", Shape.Text("The officer's name.", Limits.Name)), ("role", Shape.Text("officer, or supervisor; officer unless said.", Limits.Code, "officer")))),
        ("evidence", Shape.List("On what it rests.", File(), CaseBody.MostFiles)));

    private static OpenApiSchema File() => Shape.Object(
        "A file.",
        ("name!", Shape.Text("Its name.", Limits.Name)),
        ("mediaType!", Shape.Text("Its media type.", Limits.Label, "image/jpeg")),
        ("bytes!", Shape.Whole("Its size in bytes.", 0, CaseBody.LargestFile)),
        ("sha256!", Shape.Text("SHA-256 of its content, 64 hexadecimal digits.", 64)));
}
