using System.Globalization;
using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;

namespace Tracking.Silo.Api;

/// <summary>Reads the fields of one object and gathers what is wrong with them, so that one answer names everything.</summary>
internal sealed class BodyFields
{
    private readonly JsonElement _object;
    private readonly string _path;
    private readonly List<Complaint> _complaints;

    public BodyFields(JsonElement element, string path, List<Complaint> complaints, params string[] known)
    {
        (_object, _path, _complaints) = (element, path, complaints);
        foreach (var property in element.EnumerateObject())
        {
            if (!known.Contains(property.Name, StringComparer.Ordinal))
            {
                Complain(property.Name, "is not a field that is known here", $"Known are {string.Join(", ", known)}.");
            }
        }
    }

    public void Complain(string field, string message, string remedy) => _complaints.Add(new Complaint($"{_path}/{field}", message, remedy));

    /// <summary>A text of 1 to so many printable characters; null where it is absent or wrong.</summary>
    public string? Text(string name, int longest, bool required = false)
    {
        if (!TryFind(name, out var value, required ? $"Send a text of 1 to {longest} characters." : null))
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()!.Trim() : "";
        if (text.Length >= 1 && text.Length <= longest && !text.Any(char.IsControl))
        {
            return text;
        }

        Complain(name, $"must be a text of 1 to {longest} characters without control characters", $"Send a text of 1 to {longest} characters.");
        return null;
    }

    /// <summary>A text in its normal form; null where it is absent or wrong.</summary>
    public string? Normal(string name, int longest, Func<string, string?> normalise, string form, bool required = false)
    {
        var before = _complaints.Count;
        var text = Text(name, longest, required);
        if (text is null || normalise(text) is { } normal)
        {
            return text is null ? null : normalise(text);
        }

        if (_complaints.Count == before)
        {
            Complain(name, $"is not {form}", $"Send {form}.");
        }

        return null;
    }

    public T? OneOf<T>(string name)
        where T : struct, Enum => OneOf<T>(name, text => EnumTexts.TryParse<T>(text, out var value) ? value : null, EnumTexts.Permitted<T>());

    public T? OneOf<T>(string name, Func<string, T?> parse, string permitted)
        where T : struct
    {
        if (!TryFind(name, out var value, $"Permitted are {permitted}."))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && parse(value.GetString()!) is { } found)
        {
            return found;
        }

        Complain(name, "is not a permitted text", $"Permitted are {permitted}.");
        return null;
    }

    public int? Whole(string name, int least, int most)
    {
        if (!TryFind(name, out var value, $"Send a whole number from {least} to {most}."))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Complain(name, $"must be a whole number from {least} to {most}", $"Send a whole number from {least} to {most}.");
        return null;
    }

    public decimal? Above(string name, decimal most)
    {
        if (!TryFind(name, out var value, "Send the amount that must be exceeded."))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetDecimal(out var number) && number > 0 && number <= most)
        {
            return number;
        }

        Complain(name, $"must be a number above 0, at most {most}", "Send the amount that must be exceeded.");
        return null;
    }

    /// <summary>A time with its offset, microseconds since 1970 UTC; null where it is absent or wrong.</summary>
    public long? Time(string name)
    {
        const string remedy = "Send a time of ISO 8601 with offset, such as 2026-12-31T00:00:00Z.";
        if (!TryFind(name, out var value, null))
        {
            return null;
        }

        var text = value.ValueKind == JsonValueKind.String ? value.GetString()! : "";
        var hasOffset = text.Length > 16 && text[10] == 'T' && (text[^1] == 'Z' || text[^6] is '+' or '-');
        if (hasOffset && DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.None, out var time) && time.UtcDateTime.Year is >= 1970 and <= 2200)
        {
            return ReportedTime.From(time).Microseconds;
        }

        Complain(name, "is not a time of ISO 8601 with offset", remedy);
        return null;
    }

    /// <summary>Texts of a list; empty where it is absent or wrong.</summary>
    public ImmutableArray<string> Texts(string name, int most, int longest)
    {
        if (!TryFind(name, out var value, null))
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array && value.GetArrayLength() >= 1 && value.GetArrayLength() <= most
            && value.EnumerateArray().All(e => e.ValueKind == JsonValueKind.String && e.GetString() is { Length: > 0 } text && text.Length <= longest && !text.Any(char.IsControl)))
        {
            return [.. value.EnumerateArray().Select(e => e.GetString()!)];
        }

        Complain(name, $"must be a list of 1 to {most} texts of 1 to {longest} characters", $"Send a list of 1 to {most} texts.");
        return [];
    }

    /// <summary>A nested object; null where it is absent or wrong.</summary>
    public BodyFields? Nested(string name, string? missing, params string[] known)
    {
        if (!TryFind(name, out var value, missing))
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Object)
        {
            return new BodyFields(value, $"{_path}/{name}", _complaints, known);
        }

        Complain(name, "must be an object", $"Send an object with {string.Join(", ", known)}.");
        return null;
    }

    private bool TryFind(string name, out JsonElement value, string? missing)
    {
        if (_object.TryGetProperty(name, out value) && value.ValueKind != JsonValueKind.Null)
        {
            return true;
        }

        if (missing is not null)
        {
            Complain(name, $"{name} is missing", missing);
        }

        return false;
    }
}
