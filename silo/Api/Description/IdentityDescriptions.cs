using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Identity;
using static Tracking.Silo.Api.Description.EndpointDescriptions;

namespace Tracking.Silo.Api.Description;

/// <summary>What the description says of sellers who may be one.</summary>
internal static class IdentityDescriptions
{
    private const string Example =
        """{"marketplace":"bazaar","account":"bags4less","country":"CN","names":["Shenzhen Brightway Trading Co., Ltd."],"phones":["+86 138 0013 8000"],"emails":["sales@brightway.example"],"carrierAccounts":["dhl A12345678"]}""";

    public static void DescribeRegistration(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Sellers").WithName("post-seller").WithSummary("Make a seller known")
        .WithDescription("""
            With what may tell him from others, by his marketplace or an authority. When it answers, standing orders on those whom he is linked to are in force for him on every silo.
            Telephones, e-mails, accounts, devices and documents are kept as keyed hashes only. An authority is told the links that changed; a marketplace is not.
            """)
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = Body(
                Shape.Object(
                    "A seller.",
                    [
                        ("marketplace!", Shape.Text("The marketplace's code.", ShipmentNumber.LongestCarrier)),
                        ("account!", Shape.Text("The account there.", SellerKey.LongestAccount)),
                        ("country", Shape.Text("Country of telephone numbers without country code, by ISO 3166-1 alpha-2.", 2, "CN")),
                        ("names", Shape.List("Names, in any script.", Shape.Text("A name.", Limits.Name), ProfileBody.MostValues)),
                        ("addresses", Shape.List("Addresses.", Shape.Text("An address.", Limits.Prose), ProfileBody.MostValues)),
                        .. ProfileBody.Marks.Select(m => (m.Field, Shape.List($"Each {m.Form}.", Shape.Text("A value.", Limits.Prose), ProfileBody.MostValues))),
                    ]),
                JsonNode.Parse(Example)!);
            operation.Responses = Responses("Known.", Shape.Object("The seller.", ("seller!", Shape.Text("As marketplace/account.")), ("links", Links())), "400", "401", "403", "409", "413", "415", "422", "503");
            return Task.CompletedTask;
        });

    public static void DescribeSellerLinks(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Sellers").WithName("get-seller-links").WithSummary("Show who a seller may be")
        .WithDescription("For authorities: all his links with their evidence, refuted ones too, and everybody who counts as he.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters = [PathParameter("marketplace", "The marketplace's code."), PathParameter("account", "The seller's account there.")];
            operation.Responses = Responses(
                "The links.",
                Shape.Object("The links.", ("seller!", Shape.Text("As marketplace/account.")), ("sameAs!", Shape.List("Who counts as he.", Shape.Text("As marketplace/account."))), ("links!", Links())),
                "400", "401", "403", "503");
            return Task.CompletedTask;
        });

    public static void DescribeLinkList(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Sellers").WithName("list-links").WithSummary("List links between sellers")
        .WithDescription("For authorities: those that wait for a verdict, or those in another state; those that changed longest ago first.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.Parameters =
            [
                new OpenApiParameter { Name = "state", In = ParameterLocation.Query, Schema = Shape.OneOf<LinkState>("The state; proposed unless given.") },
                new OpenApiParameter { Name = "after", In = ParameterLocation.Query, Schema = Shape.Text("What the page before gave as next.") },
                new OpenApiParameter { Name = "limit", In = ParameterLocation.Query, Schema = Shape.Whole("How many at most.", 1, IdentityEndpoint.LongestPage) },
            ];
            operation.Responses = Responses("A page.", Shape.Object("A page.", ("links!", Links()), ("next", Shape.Text("What to send as after for the next page."))), "400", "401", "403", "503");
            return Task.CompletedTask;
        });

    public static void DescribeVerdict(this RouteHandlerBuilder endpoint) => endpoint
        .WithTags("Sellers").WithName("post-verdict").WithSummary("Confirm or refute a link")
        .WithDescription("The verdict sticks: what is refuted is not proposed again on the same evidence. When it answers, orders that follow from it are in force, or lifted, on every silo.")
        .AddOpenApiOperationTransformer((operation, _, _) =>
        {
            operation.RequestBody = Body(
                Shape.Object(
                    "A verdict.",
                    ("sellers!", Shape.List("The two, each as marketplace/account.", Shape.Text("A seller."), 2)),
                    ("verdict!", new OpenApiSchema { Type = JsonSchemaType.String, Description = "What it is.", Enum = [JsonValue.Create("confirm"), JsonValue.Create("refute")] }),
                    ("version!", Shape.Whole("The version of the link that was looked at.", 1)),
                    ("reason!", Shape.Text("Why.", Limits.Prose))),
                JsonNode.Parse("""{"sellers":["bazaar/bags4less","wharf/s-77"],"verdict":"refute","version":1,"reason":"Two tenants of one house"}""")!);
            operation.Responses = Responses("The link with its history.", Shape.Object("The link.", [.. LinkFields(), ("changes!", Shape.List("Everything that was ever thought of it.", Change()))]), "400", "401", "403", "404", "409", "413", "415", "422", "503");
            return Task.CompletedTask;
        });

    private static OpenApiRequestBody Body(OpenApiSchema schema, JsonNode example) => new()
    {
        Required = true,
        Content = new Dictionary<string, OpenApiMediaType> { [JsonAnswer.MediaType] = new() { Schema = schema, Example = example } },
    };

    private static OpenApiSchema Links() => Shape.List("Links.", Shape.Object("A link.", LinkFields()));

    private static (string, OpenApiSchema)[] LinkFields() =>
    [
        ("sellers!", Shape.List("The two.", Shape.Text("As marketplace/account."), 2)),
        ("state!", Shape.OneOf<LinkState>("What is thought of it.")),
        ("version!", Shape.Whole("How often it has changed.", 1)),
        ("likelihood!", Shape.Amount("How likely the two are one, 0 to 1.")),
        ("evidence!", Shape.List("Why, strongest first.", Shape.Object(
            "Something that speaks for or against it.",
            ("what!", Shape.Text("A mark, or name.")),
            ("bits!", Shape.Amount("How much it says, a binary logarithm; below 0 it speaks against.")),
            ("others!", Shape.Whole("How many other sellers have it too.", 0))))),
    ];

    private static OpenApiSchema Change() => Shape.Object(
        "A change.",
        ("state!", Shape.OneOf<LinkState>("The state after it.")),
        ("version!", Shape.Whole("The version after it.", 1)),
        ("likelihood!", Shape.Amount("The likelihood then.")),
        ("at!", Shape.Time("When.")),
        ("by!", Shape.Text("Which organisation.")),
        ("reason", Shape.Text("Why.")));
}
