using System.Collections.Immutable;
using System.Reflection;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.OpenApi;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Formats;
using Tracking.Silo.Api.Reports;

namespace Tracking.Silo.Api.Description;

/// <summary>The answers as the description shows them.</summary>
internal static class AnswerShapes
{
    public static OpenApiSchema Problem() => Shape.Object(
        "An error as RFC 9457 describes it.",
        ("type!", Shape.Text("Its type.", example: "urn:tracking:problem:malformed")),
        ("title!", Shape.Text("What kind of error it is.")),
        ("status!", Shape.Whole("HTTP status.")),
        ("detail!", Shape.Text("What happened, and what to do.")),
        ("errors", Shape.List("What is wrong, field by field.", Complaint())),
        ("settledItems", Shape.Whole("For an array: every item before this index is settled.")),
        ("settledLines", Shape.Whole("For lines: every line up to this one is settled.")),
        ("goOnFrom", Shape.Whole("The index or line to go on from.")),
        ("accepted", Shape.Whole("Items accepted.")),
        ("duplicate", Shape.Whole("Items that were known already.")),
        ("rejected", Shape.Whole("Items rejected.")),
        ("items", Shape.List("What became of each item of an array.", Item("index"))),
        ("notAccepted", Shape.List("Lines that were not accepted.", Item("line"), LineReport.First)));

    public static OpenApiSchema One() => Item(null);

    public static OpenApiSchema Array() => Shape.Object(
        "What became of an array.",
        ("accepted!", Shape.Whole("Items accepted; they are durable.")),
        ("duplicate!", Shape.Whole("Items that were known already.")),
        ("rejected!", Shape.Whole("Items rejected.")),
        ("items!", Shape.List("What became of each, in order.", Item("index"), ArrayIntake.MostItems)));

    public static OpenApiSchema Lines() => Shape.Object(
        "What became of a body of lines.",
        ("accepted!", Shape.Whole("Lines accepted; they are durable.")),
        ("duplicate!", Shape.Whole("Lines that were known already.")),
        ("rejected!", Shape.Whole("Lines rejected.")),
        ("settledLines!", Shape.Whole("Every line up to this one is settled.")),
        ("notAccepted!", Shape.List("The first lines that were not accepted.", Item("line"), LineReport.First)),
        ("rest", Shape.Text("Where further lines that were not accepted can be fetched.", example: "/v1/reports/0123456789abcdef0123456789abcdef")),
        ("restLines", Shape.Whole("How many can be fetched there.")),
        ("restNotKept", Shape.Whole("How many more there were that were not kept.")));

    public static OpenApiSchema Clearance() => Shape.Object(
        "May it move on?",
        ("carrier!", Shape.Text("Carrier.")),
        ("number!", Shape.Text("Number asked about.")),
        ("for!", Shape.OneOf<ClearancePurpose>("Purpose asked about.")),
        ("verdict!", Shape.OneOf<ClearanceVerdict>("go; divert: to customs; stop; unknown: your standing choice decides.")),
        ("reasons!", Shape.List("Every circumstance that fits.", Reason())),
        ("pieces!", Shape.Whole("Pieces of the bill, as far as known.")),
        ("piecesFree!", Shape.Whole("For how many of them the answer is go.")),
        ("position!", Shape.Whole("Version of the shipment's stream that it was computed at.")),
        ("askedAt!", Shape.Time("When it was computed.")),
        ("reliableForSeconds!", Shape.Whole("How long it may be relied on.")),
        ("proof", Shape.Text("Where it was asked for: a JWS that proves this answer.")));

    public static OpenApiSchema ClearanceList() => Shape.Object(
        "The answers, in the order of the question; for a number that cannot be read its errors.",
        ("answers!", Shape.List("Answers.", Clearance(), Api.ClearanceList.MostNumbers)));

    public static OpenApiSchema ClearanceQuestion() => Shape.Object(
        "A list of numbers.",
        ("for!", Shape.OneOf<ClearancePurpose>("What the belt wants to do.")),
        ("numbers!", Shape.List("carrier/number, or objects with carrier and number.", Shape.Text("carrier/number", example: "ups/1Z999AA10123456784"), Api.ClearanceList.MostNumbers)));

    /// <summary>A view of the contracts, by its properties.</summary>
    public static OpenApiSchema View(Type type)
    {
        if (Nullable.GetUnderlyingType(type) is { } inner)
        {
            return View(inner);
        }

        if (type.IsEnum)
        {
            return (OpenApiSchema)typeof(Shape).GetMethod(nameof(Shape.OneOf))!.MakeGenericMethod(type).Invoke(null, [""])!;
        }

        if (type.IsGenericType && type.GetGenericTypeDefinition() == typeof(ImmutableArray<>))
        {
            return Shape.List("", View(type.GetGenericArguments()[0]));
        }

        return type switch
        {
            _ when type == typeof(string) => Shape.Text(""),
            _ when type == typeof(bool) => Shape.Truth(""),
            _ when type == typeof(int) || type == typeof(long) => Shape.Whole(""),
            _ when type == typeof(decimal) => Shape.Amount(""),
            _ when type == typeof(DateTimeOffset) => Shape.Time(""),
            _ when type == typeof(Fact) => new OpenApiSchema { Type = JsonSchemaType.Object, Description = "The fact, as it is handed in." },
            _ => Shape.Object("", [.. type.GetProperties(BindingFlags.Public | BindingFlags.Instance).Select(p => (JsonNamingPolicy.CamelCase.ConvertName(p.Name), View(p.PropertyType)))]),
        };
    }

    private static OpenApiSchema Item(string? place)
    {
        (string, OpenApiSchema)[] fields =
        [
            ("result!", new OpenApiSchema { Type = JsonSchemaType.String, Enum = [.. EnumTexts.All<FactResult>().Select(t => (JsonNode)JsonValue.Create(t)!)] }),
            ("id", Shape.Text("The fact's id: yours, or the one derived from its content. What corrects names.")),
            ("version", Shape.Whole("Version of the shipment's stream after it.")),
            ("reason", Shape.Text("Why it was rejected, in one word.", example: Refusals.Of(FactRefusal.SameIdOtherContent).Reason)),
            ("message", Shape.Text("Why, in a sentence.")),
            ("remedy", Shape.Text("What to do.")),
            ("complaints", Shape.List("What is wrong with it.", Complaint())),
        ];
        return Shape.Object("What became of one item.", place is null ? fields : [($"{place}!", Shape.Whole("Which item.")), .. fields]);
    }

    private static OpenApiSchema Complaint() => Shape.Object(
        "What is wrong with a field.",
        ("field!", Shape.Text("Where, like a JSON pointer.", example: "/3/occurredAt")),
        ("message!", Shape.Text("What is wrong.")),
        ("remedy!", Shape.Text("What to do.")));

    private static OpenApiSchema Reason() => Shape.Object(
        "A circumstance that fits.",
        ("row!", Shape.OneOf<ClearanceRow>("Which.")),
        ("verdict!", Shape.OneOf<ClearanceVerdict>("What it says for the purpose.")),
        ("liftedBy", Shape.Text("Who can change it.")),
        ("hold", Shape.Text("The hold's id.")),
        ("text!", Shape.Text("One sentence.")),
        ("pieces", Shape.List("Pieces that it concerns; none: all.", Shape.Text(""))));
}
