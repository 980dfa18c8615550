using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;

namespace Tracking.Formats.Json;

/// <summary>
/// Walks through one item and gathers what is wrong with it, each with its place. A value that does not fit is skipped,
/// so that one reading finds everything.
/// </summary>
/// <remarks>
/// Bytes that are not JSON end in <see cref="JsonException"/>, which <see cref="FactReader"/> catches once an item.
/// The values are in the other part of this type.
/// </remarks>
internal ref partial struct JsonItem
{
    private readonly int _index;
    private Utf8JsonReader _reader;
    private ImmutableArray<Complaint>.Builder? _complaints;

    /// <summary>Where the walk is: <c>/outer/element/field</c>, as far as each is set.</summary>
    private string? _outer;
    private int _element;
    private string? _field;

    /// <summary>Starts at the beginning of an item.</summary>
    /// <param name="utf8">The item.</param>
    /// <param name="index">Its index in an array, which begins every path; negative where it stands alone.</param>
    public JsonItem(ReadOnlySpan<byte> utf8, int index)
    {
        _reader = new Utf8JsonReader(utf8, new JsonReaderOptions { MaxDepth = Limits.Depth });
        _index = index;
        _element = -1;
    }

    public readonly bool HasComplaints => _complaints is not null;

    public readonly FactReading Rejected(bool broken = false) => new(null, _complaints!.ToImmutable(), broken);

    public void Complain(string message, string remedy)
    {
        _complaints ??= ImmutableArray.CreateBuilder<Complaint>(1);
        if (_complaints.Count < Limits.Complaints)
        {
            _complaints.Add(new Complaint(Path(), message, remedy));
        }
    }

    /// <summary>Complains about a field of the object that was just read, by name; or of one nested in it.</summary>
    public void ComplainAt(string field, string message, string remedy, string? within = null)
    {
        _outer = within ?? _outer;
        _field = field;
        Complain(message, remedy);
        _outer = within is null ? _outer : null;
    }

    /// <summary>Complains that a field is missing.</summary>
    public void Missing(string field, string remedy) => ComplainAt(field, $"{field} is missing", remedy);

    /// <summary>Complains about bytes that are not JSON, and of nothing else: what was found before them may be wrong.</summary>
    public void NotJson(ReadOnlySpan<byte> utf8, JsonException exception)
    {
        var at = (int)Math.Min(_reader.BytesConsumed, utf8.Length);
        var rest = utf8[at..].TrimStart(" \t\r\n:,"u8);
        _complaints = null;
        if (_reader.CurrentDepth >= Limits.Depth - 1 && rest is [(byte)'{' or (byte)'[', ..])
        {
            Complain($"is nested deeper than {Limits.Depth} levels", $"Nest at most {Limits.Depth} levels.");
            return;
        }

        Complain(
            $"is not JSON (line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1} of the item)",
            "Send the item as RFC 8259 writes it: double quotes, no trailing comma, no comment, control characters escaped.");
    }

    /// <summary>Enters the item's own object.</summary>
    public bool BeginItem()
    {
        _reader.Read();
        return BeginObject();
    }

    /// <summary>Makes sure that nothing follows the item.</summary>
    public void EndItem() => _reader.Read();

    /// <summary>Enters an object that the walk stands at; complains if it is none.</summary>
    public bool BeginObject()
    {
        if (_reader.TokenType == JsonTokenType.StartObject)
        {
            return true;
        }

        WrongType("an object");
        return false;
    }

    /// <summary>Enters a nested object: from now on fields are named under the present one.</summary>
    public bool BeginNested()
    {
        if (!BeginObject())
        {
            return false;
        }

        if (_element < 0)
        {
            _outer = _field;
        }

        _field = null;
        return true;
    }

    /// <summary>Leaves a nested object.</summary>
    public void EndNested()
    {
        if (_element < 0)
        {
            _field = _outer;
            _outer = null;
        }
        else
        {
            _field = null;
        }
    }

    /// <summary>Enters an array that the walk stands at; complains if it is none.</summary>
    public bool BeginArray()
    {
        if (_reader.TokenType != JsonTokenType.StartArray)
        {
            WrongType("an array");
            return false;
        }

        _outer = _field;
        _field = null;
        return true;
    }

    /// <summary>Goes to the next element of an array; false at its end. Past the limit it complains once and skips the rest.</summary>
    public bool NextElement(int limit)
    {
        _reader.Read();
        if (_reader.TokenType != JsonTokenType.EndArray && ++_element < limit)
        {
            return true;
        }

        var tooMany = _reader.TokenType != JsonTokenType.EndArray;
        while (_reader.TokenType != JsonTokenType.EndArray)
        {
            _reader.Skip();
            _reader.Read();
        }

        _field = _outer;
        _outer = null;
        _element = -1;
        if (tooMany)
        {
            Complain($"has more than {limit} elements", $"Send at most {limit}.");
        }

        return false;
    }

    /// <summary>
    /// Goes to the value of the next field of an object; false at its end. A field that is unknown or comes twice is
    /// complained about, one that is null counts as absent.
    /// </summary>
    /// <param name="names">The fields that are known.</param>
    /// <param name="seen">The fields that came already, as bits.</param>
    /// <param name="field">The field's index in the names.</param>
    public bool NextField(NameTable names, ref ulong seen, out int field)
    {
        while (true)
        {
            _reader.Read();
            if (_reader.TokenType == JsonTokenType.EndObject)
            {
                field = -1;
                _field = null;
                return false;
            }

            field = FindName(names);
            if (field < 0)
            {
                Unknown(names);
                continue;
            }

            _field = names[field];
            _reader.Read();
            var bit = 1UL << field;
            if ((seen & bit) != 0)
            {
                Complain($"{_field} comes twice", "Send each field once.");
                _reader.Skip();
                continue;
            }

            seen |= bit;
            if (_reader.TokenType != JsonTokenType.Null)
            {
                return true;
            }
        }
    }

    /// <summary>Complains about the type of the present value and skips it.</summary>
    public void WrongType(string wanted)
    {
        var found = _reader.TokenType switch
        {
            JsonTokenType.String => "a text",
            JsonTokenType.Number => "a number",
            JsonTokenType.True or JsonTokenType.False => "true or false",
            JsonTokenType.StartObject => "an object",
            JsonTokenType.StartArray => "an array",
            _ => "null",
        };
        var remedy = (wanted, found) switch
        {
            ("a number", "a text") => "Write the number without quotes.",
            ("a text", "a number") => "Write the text in quotes.",
            _ => $"Send {wanted}.",
        };
        Complain($"must be {wanted}, not {found}", remedy);
        _reader.Skip();
    }

    private int FindName(NameTable names)
    {
        if (!_reader.ValueIsEscaped)
        {
            return names.Find(_reader.ValueSpan);
        }

        // Escapes in a name are rare: whoever writes "carr\u0069er" means carrier, and may not smuggle it in twice.
        for (var i = 0; i < names.Names.Count; i++)
        {
            if (_reader.ValueTextEquals(names[i]))
            {
                return i;
            }
        }

        return -1;
    }

    private void Unknown(NameTable names)
    {
        const int longest = 64;
        var written = _reader.ValueSpan;
        var name = Utf8.IsValid(written) ? Encoding.UTF8.GetString(written) : "(not UTF-8)";
        _field = name.Length > longest ? $"{name[..longest]}…" : name;
        Complain($"'{_field}' is not a field that is known here", $"Known are {names.Listed}.");
        _reader.Read();
        _reader.Skip();
    }

    private readonly string Path()
    {
        var path = new StringBuilder();
        if (_index >= 0)
        {
            path.Append('/').Append(_index);
        }

        Append(path, _outer);
        if (_element >= 0)
        {
            path.Append('/').Append(_element);
        }

        Append(path, _field);
        return path.ToString();
    }

    private static void Append(StringBuilder path, string? segment)
    {
        if (segment is not null)
        {
            path.Append('/').Append(segment.Replace("~", "~0", StringComparison.Ordinal).Replace("/", "~1", StringComparison.Ordinal));
        }
    }
}
