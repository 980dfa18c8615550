using System.Text.Json;

namespace Tracking.Dashboard.Replay;

/// <summary>What the partner API says of one fact.</summary>
internal enum ItemResult
{
    Accepted,
    Duplicate,
    Rejected,

    /// <summary>Could not be made durable now: to be sent again.</summary>
    Busy,
}

/// <summary>The answer to one fact.</summary>
/// <param name="Result">What became of it.</param>
/// <param name="Reason">Why it was rejected; null where it was not.</param>
internal readonly record struct ItemAnswer(ItemResult Result, string? Reason);

/// <summary>Reads the partner API's answers.</summary>
internal static class ItemAnswers
{
    private const int LongestReason = 120;

    /// <summary>The answers in the order of the facts; null where the body is something else.</summary>
    public static IReadOnlyList<ItemAnswer>? Read(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            var root = document.RootElement;
            if (root.ValueKind != JsonValueKind.Object || !root.TryGetProperty("results", out var items) || items.ValueKind != JsonValueKind.Array)
            {
                return null;
            }

            var answers = new List<ItemAnswer>(items.GetArrayLength());
            foreach (var item in items.EnumerateArray())
            {
                if (item.ValueKind != JsonValueKind.Object || Text(item, "result") is not { } result)
                {
                    return null;
                }

                answers.Add(Read(item, result));
            }

            return answers;
        }
        catch (JsonException)
        {
            return null;
        }
    }

    /// <summary>What a problem document says, as the end of a sentence; empty where the body is none.</summary>
    public static string ProblemDetail(byte[] body)
    {
        try
        {
            using var document = JsonDocument.Parse(body);
            return document.RootElement.ValueKind == JsonValueKind.Object
                && (Text(document.RootElement, "detail") ?? Text(document.RootElement, "title")) is { Length: > 0 } detail
                ? $": {Short(detail).TrimEnd('.')}"
                : "";
        }
        catch (JsonException)
        {
            return "";
        }
    }

    private static ItemAnswer Read(JsonElement item, string result) => result switch
    {
        "accepted" => new ItemAnswer(ItemResult.Accepted, null),
        "duplicate" => new ItemAnswer(ItemResult.Duplicate, null),
        _ => Reason(item) is "busy" ? new ItemAnswer(ItemResult.Busy, null) : new ItemAnswer(ItemResult.Rejected, Reason(item) ?? result),
    };

    // A complaint names its place with the index of the item; without it, equal complaints can be counted together.
    private static string? Reason(JsonElement item)
    {
        var reason = Text(item, "reason");
        if (!item.TryGetProperty("complaints", out var complaints) || complaints.ValueKind != JsonValueKind.Array || complaints.GetArrayLength() == 0)
        {
            return reason;
        }

        var field = Text(complaints[0], "field")?.TrimStart('/').TrimStart("0123456789".ToCharArray());
        return Short($"{reason}: {field} {Text(complaints[0], "message")}");
    }

    private static string? Text(JsonElement from, string name) =>
        from.ValueKind == JsonValueKind.Object && from.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? value.GetString() : null;

    private static string Short(string text) => text.Length <= LongestReason ? text : text[..LongestReason] + "…";
}
