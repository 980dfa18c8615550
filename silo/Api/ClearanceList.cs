using System.Collections.Immutable;
using System.Text.Json;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Formats.Json;

namespace Tracking.Silo.Api;

/// <summary>One number of a list that the belt asks about: the number, or what is wrong with it.</summary>
internal readonly record struct AskedNumber(ShipmentNumber? Number, Complaint Complaint);

/// <summary>A list of numbers that the belt asks about, as it is sent.</summary>
internal sealed record ClearanceList(ClearancePurpose Purpose, ImmutableArray<AskedNumber> Numbers)
{
    /// <summary>The most numbers.</summary>
    public const int MostNumbers = 1_000;

    private const string Shape = "Send {\"for\":\"leave\",\"numbers\":[\"carrier/number\",{\"carrier\":\"…\",\"number\":\"…\"}]}.";

    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Limits.Depth, AllowDuplicateProperties = false };

    /// <summary>Reads a list, or says what is wrong with it.</summary>
    public static (ClearanceList? List, Problem? Problem) Read(ReadOnlyMemory<byte> body)
    {
        JsonDocument document;
        try
        {
            document = JsonDocument.Parse(body, Strict);
        }
        catch (JsonException exception)
        {
            return (null, Problem.BadRequest(
                "not-json",
                "The body is not JSON",
                $"The body is not JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}, names a field twice, or is nested deeper than {Limits.Depth} levels.",
                new Complaint("", "is not JSON", Shape)));
        }

        using (document)
        {
            try
            {
                return Read(document.RootElement);
            }
            catch (InvalidOperationException)
            {
                // The only way to learn of a text that is not UTF-8 or has half of a surrogate pair.
                return Wrong("", "has a text that is not UTF-8, or half of a surrogate pair", "Send the body in UTF-8.");
            }
        }
    }

    private static (ClearanceList? List, Problem? Problem) Read(JsonElement root)
    {
        if (root.ValueKind != JsonValueKind.Object)
        {
            return Wrong("", "must be an object", Shape);
        }

        foreach (var property in root.EnumerateObject())
        {
            if (property.Name is not ("for" or "numbers"))
            {
                return Wrong($"/{property.Name}", "is not a field that is known here", "Known are for, numbers.");
            }
        }

        if (!root.TryGetProperty("for"u8, out var purposeElement)
            || purposeElement.ValueKind != JsonValueKind.String
            || !EnumTexts.TryParse<ClearancePurpose>(purposeElement.GetString(), out var purpose))
        {
            return Wrong("/for", "is missing or not a permitted text", $"Permitted are {EnumTexts.Permitted<ClearancePurpose>()}.");
        }

        if (!root.TryGetProperty("numbers"u8, out var numbers) || numbers.ValueKind != JsonValueKind.Array)
        {
            return Wrong("/numbers", "is missing or not an array", Shape);
        }

        if (numbers.GetArrayLength() > MostNumbers)
        {
            return (null, Problem.TooMany(
                $"A list may have {MostNumbers} numbers; this one has {numbers.GetArrayLength()}.",
                new Complaint("/numbers", $"has {numbers.GetArrayLength()} numbers, at most {MostNumbers} are permitted", $"Send at most {MostNumbers} numbers at once.")));
        }

        return (new ClearanceList(purpose, [.. numbers.EnumerateArray().Select(Number)]), null);
    }

    private static AskedNumber Number(JsonElement element, int index)
    {
        string? carrier = null, number = null;
        if (element.ValueKind == JsonValueKind.String)
        {
            var text = element.GetString()!;
            var slash = text.IndexOf('/', StringComparison.Ordinal);
            (carrier, number) = slash < 0 ? (null, null) : (text[..slash], text[(slash + 1)..]);
        }
        else if (element.ValueKind == JsonValueKind.Object)
        {
            foreach (var property in element.EnumerateObject())
            {
                var value = property.Value.ValueKind == JsonValueKind.String ? property.Value.GetString() : null;
                switch (property.Name)
                {
                    case "carrier":
                        carrier = value;
                        break;
                    case "number":
                        number = value;
                        break;
                    default:
                        return new AskedNumber(null, new Complaint($"/numbers/{index}/{property.Name}", "is not a field that is known here", "Known are carrier, number."));
                }
            }
        }

        return ShipmentNumber.TryCreate(carrier, number, out var result)
            ? new AskedNumber(result, default)
            : new AskedNumber(null, new Complaint($"/numbers/{index}", "is not a number of a shipment", Route.NumberRemedy));
    }

    private static (ClearanceList? List, Problem? Problem) Wrong(string field, string message, string remedy) =>
        (null, Problem.BadRequest("malformed", "The question cannot be read", $"{(field.Length == 0 ? "The body" : field)} {message}.", new Complaint(field, message, remedy)));
}
