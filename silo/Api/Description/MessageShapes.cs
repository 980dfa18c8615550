using Microsoft.OpenApi;

namespace Tracking.Silo.Api.Description;

/// <summary>What is answered to a message of a foreign format.</summary>
internal static class MessageShapes
{
    public static OpenApiSchema Answer() => Shape.Object(
        "What became of a message.",
        ("format!", Shape.Text("Who read it.")),
        ("sha256!", Shape.Text("SHA-256 of the message as received, unpacked; every fact out of it names it.", 64)),
        ("understood!", Shape.Whole("How many messages, notifications or shipments in it were understood.")),
        ("accepted!", Shape.Whole("Facts that are durable now.")),
        ("duplicates!", Shape.Whole("Facts that were known already.")),
        ("rejected!", Shape.Whole("Facts that were refused.")),
        ("rejections!", Shape.List("Why; the first ones.", Complaint())),
        ("complaintCount!", Shape.Whole("How many complaints there are.")),
        ("complaints!", Shape.List("What could not be read; the first ones. Nothing else was harmed by it.", Complaint())),
        ("unmappedCount!", Shape.Whole("How many codes no table has.")),
        ("unmapped!", Shape.List("Codes that no table has; the first ones. They were kept, and move nothing.", Shape.Object(
            "A code.",
            ("system!", Shape.Text("Whose code it is.")),
            ("code!", Shape.Text("The code as it came.")),
            ("where!", Shape.Text("Line, segment or JSON path."))))),
        ("acknowledgement", Shape.Text("The standard's own acknowledgement, where it has one and nothing was rejected.")));

    private static OpenApiSchema Complaint() => Shape.Object(
        "A complaint.",
        ("field!", Shape.Text("Line, segment or JSON path.")),
        ("message!", Shape.Text("What is wrong.")),
        ("remedy!", Shape.Text("What to do.")));
}
