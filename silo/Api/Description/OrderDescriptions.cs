using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Journal.Orders;
using Tracking.Silo.Api.Orders;
using static Tracking.Silo.Api.Description.EndpointDescriptions;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of standing orders.</summary>
internal static class OrderDescriptions
{
    private const string Example =
        """
        {"owner":"us-cbp","id":"case-17","effect":"hold","matches":{"seller":{"marketplace":"bazaar","account":"bags4less"},"words":["handbag"],"route":{"from":"CN","to":"US"}},
         "reason":"Counterfeit handbags","source":"seizures of March","sharing":"TLP:AMBER","confidence":80,"expiresAt":"2027-01-01T00:00:00Z"}
        """;

    public static void DescribeOrder(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Orders").WithName("post-order").WithSummary("Place a standing order")
        .WithDescription("""
            Answered when it is in force on every silo: from then on every clearance answer about every shipment that it matches counts it, whether the shipment
            is known already or not. It is written into the shipments' streams afterwards. Sent again with the same content it answers the same.
            """)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = Body(Order(), JsonNode.Parse(Example)!);
            operation.Responses = Responses("In force.", InForce(), "400", "401", "403", "409", "413", "415", "422", "503");
            operation.Responses["201"] = operation.Responses["200"];
            operation.Responses.Remove("200");
            return Task.CompletedTask;
        });

    public static void DescribeOrderTrial(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Orders").WithName("try-order").WithSummary("Try a standing order against the last days")
        .WithDescription("Places nothing: tells how many shipments that were first heard of in the last days it would have matched, and what became of them.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = Body(
                Shape.Object(
                    "An order that is only tried.",
                    [.. Fields().Where(f => f.Item1 is "owner!" or "effect!" or "matches!"), ("days!", Shape.Whole("How many days back.", 1, OrderBody.MostDays))]),
                JsonNode.Parse("""{"owner":"us-cbp","effect":"hold","matches":{"brand":"Rolax","route":{"from":"CN"}},"days":30}""")!);
            operation.Responses = Responses("What it would have matched.", AnswerShapes.View(typeof(OrderTrial)), "400", "401", "403", "413", "415", "422", "503");
            return Task.CompletedTask;
        });

    public static void DescribeOrderView(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Orders").WithName("get-order").WithSummary("Show a standing order")
        .WithDescription("With everything that happened to it, and how far it is written into the streams of the shipments that it concerns.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = Names();
            operation.Responses = Responses("The order.", View(), "401", "404", "503");
            return Task.CompletedTask;
        });

    public static void DescribeOrderList(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Orders").WithName("list-orders").WithSummary("List standing orders")
        .WithDescription("Latest first, those that this key may see: its own, and others as far as their mark says. A page may be shorter than its limit and still have a next one.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                Asked("owner", Shape.Text("Of this owner.")),
                Asked("seller", Shape.Text("On this seller, as marketplace/account.")),
                Asked("standing", Shape.Truth("Those that stand, or those that do not.")),
                Asked("after", Shape.Text("What the page before gave as next.")),
                Asked("limit", Shape.Whole("How many at most.", 1, OrderFilter.LongestPage)),
            ];
            operation.Responses = Responses(
                "A page.", Shape.Object("A page.", ("orders!", Shape.List("Orders.", View())), ("next", Shape.Text("What to send as after for the next page."))), "400", "401", "503");
            return Task.CompletedTask;
        });

    public static void DescribeOrderChange(this RouteHandlerBuilder endpoint, string name, string summary, string description) => endpoint
        .WithTags("Orders").WithName($"{name}-order").WithSummary(summary).WithDescription(description)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = Names();
            operation.RequestBody = name == "clear"
                ? Body(Clearing(), JsonNode.Parse("""{"carrier":"ups","number":"1Z999AA10123456784","epoch":4,"reason":"Examined: genuine"}""")!)
                : Body(Shape.Object("Why.", ("reason", Shape.Text("Why.", Limits.Prose))), JsonNode.Parse("""{"reason":"The seller showed a licence"}""")!);
            operation.Responses = Responses("In force.", InForce(), "400", "401", "403", "404", "409", "413", "415", "422", "503");
            return Task.CompletedTask;
        });

    private static List<IOpenApiParameter> Names() => [PathParameter("owner", "The owner's code."), PathParameter("id", "The owner's id of the order.")];

    private static OpenApiParameter Asked(string name, OpenApiSchema schema) => new() { Name = name, In = ParameterLocation.Query, Schema = schema };

    private static OpenApiRequestBody Body(OpenApiSchema schema, JsonNode example) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { [JsonAnswer.MediaType] = new() { Schema = schema, Example = example } },
    };

    private static OpenApiSchema Clearing() => Shape.Object(
        "One shipment.",
        ("carrier!", Shape.Text("The carrier's code.", ShipmentNumber.LongestCarrier)),
        ("number!", Shape.Text("Number of the bill.", ShipmentNumber.LongestNumber)),
        ("epoch!", Shape.Whole("The epoch of the order.", 1)),
        ("reason!", Shape.Text("Why.", Limits.Prose)));

    private static OpenApiSchema InForce() => Shape.Object(
        "In force on every silo.",
        ("owner!", Shape.Text("Owner.")),
        ("id!", Shape.Text("The owner's id.")),
        ("epoch!", Shape.Whole("Its epoch: orders and their changes are numbered in the order in which they came into force.")),
        ("inForceAfterMilliseconds!", Shape.Amount("How long that took, in milliseconds.")));

    private static (string, OpenApiSchema)[] Fields() =>
    [
        ("owner!", Shape.Text("The organisation that it belongs to; the key must speak for it.", ShipmentNumber.LongestCarrier)),
        ("id!", Shape.Text("The owner's own id: A-Z, a-z, 0-9 and - . _ : ~.", Limits.Id)),
        ("effect!", Shape.OneOf<OrderEffect>("watch: silent. refer: onto the port's desk (marketplace, right holder, authority). stop: the carrier's own. hold: an authority's.")),
        ("matches!", Matches()),
        ("reason!", Shape.Text("Why.", Limits.Prose)),
        ("source!", Shape.Text("Where the owner knows it from.", Limits.Text)),
        ("sharing!", new OpenApiSchema { Type = JsonSchemaType.String, Description = "Who else may be told, by TLP 2.0.", Enum = [.. OrderBody.MarkForm.Split(", ").Select(t => (JsonNode)JsonValue.Create(t)!)] }),
        ("confidence!", Shape.Whole("How sure the owner is.", 0, 100)),
        ("expiresAt", Shape.Time("When it runs out; required unless it is an authority's hold.")),
    ];

    private static OpenApiSchema Order() => Shape.Object("A standing order.", Fields());

    private static OpenApiSchema View() => Shape.Object(
        "A standing order with what became of it.",
        [
            .. Fields(),
            ("epoch!", Shape.Whole("The epoch of its placing.")),
            ("state!", Shape.OneOf<OrderState>("Whether it stands.")),
            ("placedAt!", Shape.Time("When it was first received.")),
            ("endedAt", Shape.Time("When it was lifted or ran out.")),
            ("objections!", Shape.Whole("How many objections there are to it.")),
            ("sweep", Shape.Object(
                "How far its placing, or its end, is written into the streams of shipments.",
                ("matched!", Shape.Whole("Shipments found so far that it concerns.")),
                ("written!", Shape.Whole("Of them, those whose stream says so.")),
                ("done!", Shape.Truth("Whether all were looked at.")))),
            ("changes", Shape.List("Everything that happened to it, in order.", Shape.Object(
                "Something that happened to it.",
                ("epoch!", Shape.Whole("Its epoch.")),
                ("kind!", Shape.OneOf<OrderChangeKind>("What.")),
                ("at!", Shape.Time("When.")),
                ("by!", Shape.Text("Which organisation did it.")),
                ("reason", Shape.Text("Why.")),
                ("shipment", Shape.Text("For a clearing: carrier/number."))))),
        ]);

    private static OpenApiSchema Matches() => Shape.Object(
        "What it matches: every field that is given must fit.",
        ("seller", Shape.Object("The seller, by the last dispatch.", ("marketplace!", Shape.Text("The marketplace's code.")), ("account!", Shape.Text("The account there.", SellerKey.LongestAccount)))),
        ("brand", Shape.Text("Brand of any goods line.", Limits.Label)),
        ("hs", Shape.Text("Beginning of the HS code of any goods line: 2, 4, 6, 8 or 10 digits.", 10, "4202")),
        ("words", Shape.List("Words that all occur in the descriptions of the goods, in any form.", Shape.Text("A word.", Limits.Code), OrderBody.MostWords)),
        ("consignee", Shape.Text("The consignee's name, whatever the order, case and accents of its words.", Limits.Name)),
        ("address", Shape.Text("The consignee's address, compared like a name.", Limits.Prose)),
        ("route", Shape.Object("Countries by ISO 3166-1 alpha-2.", ("from", Shape.Text("Origin.", 2, "CN")), ("to", Shape.Text("Destination.", 2, "US")))),
        ("carrier", Shape.Text("The carrier's code.", ShipmentNumber.LongestCarrier)),
        ("flight", Shape.Text("Flight or vessel of the manifest.", Limits.Transport)),
        ("masterBill", Shape.Text("Master bill of the manifest.", Limits.Transport)),
        ("valuePerKilogram", Shape.Object("Declared value per kilogram of any goods line.", ("currency!", Shape.Text("Currency by ISO 4217.", 3, "USD")), ("above!", Shape.Amount("What must be exceeded.")))));
}
