using System.Text.Json;
using NodaTime;
using NodaTime.Text;

namespace Tracking.Domain.Clocks.Reading;

/// <summary>An object of a data file, read field by field. What is wrong becomes a complaint, and reading goes on.</summary>
internal sealed class DataRow
{
    private readonly JsonElement element;
    private readonly List<DataComplaint> complaints;
    private readonly HashSet<string> asked = new(StringComparer.Ordinal);

    public DataRow(string file, string row, JsonElement element, List<DataComplaint> complaints)
    {
        (File, Row, this.complaints) = (file, row, complaints);
        if (element.ValueKind == JsonValueKind.Object)
        {
            this.element = element;
        }
        else
        {
            Complain("", "is no object; write { … } with named fields.");
        }
    }

    /// <summary>Another row of the same file, for complaints only.</summary>
    public DataRow(DataRow file, string row) => (File, Row, complaints) = (file.File, row, file.complaints);

    public string File { get; }

    public string Row { get; }

    public void Complain(string field, string message) => complaints.Add(new DataComplaint(File, Row, field, message));

    public bool Has(string field) => Find(field) is not null;

    public string Text(string field) => OptionalText(field) ?? Missing(field, "", "write a text that is not empty");

    public string? OptionalText(string field)
    {
        if (Find(field) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.String && value.GetString() is { Length: > 0 } text)
        {
            return text;
        }

        Complain(field, $"is {Shown(value)}; write a text that is not empty.");
        return "?";
    }

    public int Number(string field, int least, int most) => OptionalNumber(field, least, most) ?? Missing(field, least, $"write a whole number from {least} to {most}");

    public int? OptionalNumber(string field, int least, int most)
    {
        if (Find(field) is not { } value)
        {
            return null;
        }

        if (value.ValueKind == JsonValueKind.Number && value.TryGetInt32(out var number) && number >= least && number <= most)
        {
            return number;
        }

        Complain(field, $"is {Shown(value)}; write a whole number from {least} to {most}.");
        return least;
    }

    public bool Flag(string field)
    {
        if (Find(field) is not { } value)
        {
            return false;
        }

        if (value.ValueKind is not (JsonValueKind.True or JsonValueKind.False))
        {
            Complain(field, $"is {Shown(value)}; write true or false, or leave it out.");
        }

        return value.ValueKind == JsonValueKind.True;
    }

    public LocalDate Date(string field) => OptionalDate(field) ?? Missing(field, new LocalDate(2000, 1, 1), "write a day like 2026-12-24");

    public LocalDate? OptionalDate(string field) => Find(field) is { } value ? ReadDate(field, value) : null;

    public ImmutableArray<LocalDate> Dates(string field) => [.. Items(field).Select(i => ReadDate(field, i) ?? default)];

    public ImmutableArray<string> Texts(string field)
    {
        var texts = ImmutableArray.CreateBuilder<string>();
        foreach (var item in Items(field))
        {
            if (item.ValueKind == JsonValueKind.String && item.GetString() is { Length: > 0 } text)
            {
                texts.Add(text);
            }
            else
            {
                Complain(field, $"has {Shown(item)} in its list; write texts that are not empty.");
            }
        }

        return texts.ToImmutable();
    }

    /// <summary>One of an enum's names, in lower case with hyphens.</summary>
    public T Choice<T>(string field, T? otherwise = null) where T : struct, Enum
    {
        if (Find(field) is { } value)
        {
            return ReadChoice<T>(field, value);
        }

        return otherwise ?? Missing(field, default(T), $"write one of {Choices<T>.Listed}");
    }

    public ImmutableArray<T> ChoiceList<T>(string field) where T : struct, Enum => [.. Items(field).Select(i => ReadChoice<T>(field, i))];

    /// <summary>The objects of a list; each is called after one of its fields.</summary>
    public IEnumerable<DataRow> Rows(string field, string kind, string name) =>
        Items(field).Select((item, index) => new DataRow(File, Named(item, index, kind, name), item, complaints));

    /// <summary>An object within this one.</summary>
    public DataRow? Inner(string field) => Find(field) is { } value ? new DataRow(File, $"{Row}, {field}", value, complaints) : null;

    /// <summary>The fields that are there and that are yet to be asked for: names that are data themselves.</summary>
    public IEnumerable<string> Names() => element.ValueKind == JsonValueKind.Object ? [.. element.EnumerateObject().Select(p => p.Name)] : [];

    /// <summary>Complains of every field that nobody asked for.</summary>
    public void Done()
    {
        foreach (var name in Names().Where(n => !asked.Contains(n) && !n.StartsWith('$')))
        {
            Complain(name, $"is not known here; known are {string.Join(", ", asked)}.");
        }
    }

    private static string Named(JsonElement item, int index, string kind, string name) =>
        item.ValueKind == JsonValueKind.Object && item.TryGetProperty(name, out var value) && value.ValueKind == JsonValueKind.String ? $"{kind} '{value.GetString()}'" : $"{kind} {index + 1}";

    private JsonElement? Find(string field)
    {
        asked.Add(field);
        return element.ValueKind == JsonValueKind.Object && element.TryGetProperty(field, out var value) && value.ValueKind != JsonValueKind.Null ? value : null;
    }

    private List<JsonElement> Items(string field)
    {
        if (Find(field) is not { } value)
        {
            return [];
        }

        if (value.ValueKind == JsonValueKind.Array)
        {
            return [.. value.EnumerateArray()];
        }

        Complain(field, $"is {Shown(value)}; write a list in [ ].");
        return [];
    }

    private LocalDate? ReadDate(string field, JsonElement value)
    {
        if (value.ValueKind == JsonValueKind.String && LocalDatePattern.Iso.Parse(value.GetString()!) is { Success: true, Value: { Year: >= 1900 and <= 2200 } day })
        {
            return day;
        }

        Complain(field, $"is {Shown(value)}; write a day like 2026-12-24, of the years 1900 to 2200.");
        return null;
    }

    private T ReadChoice<T>(string field, JsonElement value) where T : struct, Enum
    {
        if (value.ValueKind == JsonValueKind.String && Choices<T>.ByName.TryGetValue(value.GetString()!, out var choice))
        {
            return choice;
        }

        Complain(field, $"is {Shown(value)}; write one of {Choices<T>.Listed}.");
        return default;
    }

    private T Missing<T>(string field, T instead, string remedy)
    {
        Complain(field, $"is missing; {remedy}.");
        return instead;
    }

    private static string Shown(JsonElement value)
    {
        var text = value.GetRawText();
        return text.Length <= 60 ? text : text[..60] + "…";
    }

    private static class Choices<T> where T : struct, Enum
    {
        public static readonly Dictionary<string, T> ByName = Enum.GetValues<T>().ToDictionary(v => JsonNamingPolicy.KebabCaseLower.ConvertName(v.ToString()), StringComparer.Ordinal);

        public static readonly string Listed = string.Join(", ", ByName.Keys);
    }
}
