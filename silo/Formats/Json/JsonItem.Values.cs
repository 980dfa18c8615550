using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Unicode;
using Tracking.Contracts.Identifiers;

namespace Tracking.Formats.Json;

/// <content>The values: each reads the one that the walk stands at, or complains and gives nothing.</content>
internal ref partial struct JsonItem
{
    private const int LongestEscaped = 256;
    private const string AbsentRemedy = "Leave the field out where there is nothing to say.";

    private static readonly SearchValues<byte> NumberBytes = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789-./_"u8);

    /// <summary>A text; an empty one counts as absent.</summary>
    /// <param name="longest">The most characters.</param>
    /// <param name="recurs">Whether the same text comes again and again, so that it pays to keep it.</param>
    public string? Text(int longest, bool recurs = false)
    {
        if (_reader.TokenType != JsonTokenType.String)
        {
            WrongType("a text");
            return null;
        }

        var bytes = _reader.ValueSpan;
        if (bytes.IsEmpty)
        {
            return null;
        }

        if (_reader.ValueIsEscaped || bytes.ContainsAnyExceptInRange((byte)' ', (byte)'~'))
        {
            return UncommonText(longest);
        }

        if (bytes.Length > longest)
        {
            TooLong(bytes.Length, longest);
            return null;
        }

        if (bytes[0] == ' ' && bytes.IndexOfAnyExcept((byte)' ') < 0)
        {
            Complain("consists of blanks", AbsentRemedy);
            return null;
        }

        return recurs ? RecentTexts.Get(bytes) : Encoding.ASCII.GetString(bytes);
    }

    /// <summary>A carrier's, authority's or marketplace's code.</summary>
    public CodeOf? Code()
    {
        if (_reader.TokenType != JsonTokenType.String)
        {
            WrongType("a text");
            return null;
        }

        var bytes = Plain(stackalloc byte[LongestEscaped]);
        if (bytes.IsEmpty)
        {
            return null;
        }

        var code = bytes.Length <= 2 * ShipmentNumber.LongestCarrier && Ascii.IsValid(bytes) ? RecentCodes.Find(bytes) : null;
        if (code is null)
        {
            Complain(
                "is not a code",
                $"Send 1 to {ShipmentNumber.LongestCarrier} characters of a-z, 0-9 and the hyphen.");
        }

        return code;
    }

    /// <summary>A number of a bill or piece, in normal form.</summary>
    public string? Number()
    {
        if (_reader.TokenType != JsonTokenType.String)
        {
            WrongType("a text");
            return null;
        }

        var bytes = _reader.ValueSpan;
        if (bytes.IsEmpty)
        {
            return null;
        }

        if (bytes.Length <= ShipmentNumber.LongestNumber && !bytes.ContainsAnyExcept(NumberBytes) && !_reader.ValueIsEscaped)
        {
            return Encoding.ASCII.GetString(bytes);
        }

        if (Text(4 * ShipmentNumber.LongestNumber) is not { } text)
        {
            return null;
        }

        var number = ShipmentNumber.NormaliseNumber(text);
        if (number is null)
        {
            Complain(
                text.Length > ShipmentNumber.LongestNumber
                    ? $"is {text.Length} characters long, at most {ShipmentNumber.LongestNumber} are permitted"
                    : "is not a number of a bill or piece",
                $"Send 1 to {ShipmentNumber.LongestNumber} characters of A-Z, 0-9 and - . / _; spaces are dropped.");
        }

        return number;
    }

    /// <summary>A time with its offset.</summary>
    public ReportedTime? Time()
    {
        if (_reader.TokenType != JsonTokenType.String)
        {
            WrongType("a text");
            return null;
        }

        var bytes = Plain(stackalloc byte[LongestEscaped]);
        if (bytes.IsEmpty)
        {
            return null;
        }

        if (IsoTime.Read(bytes, out var time) is not { } fault)
        {
            return time;
        }

        Complain(fault, $"Send ISO 8601 with the offset from UTC, for example {IsoTime.Example}.");
        return null;
    }

    /// <summary>A text out of a closed list.</summary>
    public T? OneOf<T>()
        where T : struct, Enum
    {
        if (_reader.TokenType != JsonTokenType.String)
        {
            WrongType("a text");
            return null;
        }

        if (EnumTexts.TryParse<T>(Plain(stackalloc byte[LongestEscaped]), out var value))
        {
            return value;
        }

        Complain("is not a permitted text", $"Permitted are {EnumTexts.Permitted<T>()}.");
        return null;
    }

    /// <summary>True or false.</summary>
    public bool Truth()
    {
        if (_reader.TokenType is JsonTokenType.True or JsonTokenType.False)
        {
            return _reader.TokenType == JsonTokenType.True;
        }

        WrongType("true or false");
        return false;
    }

    /// <summary>A whole number.</summary>
    public long? Whole(long least, long most)
    {
        if (_reader.TokenType != JsonTokenType.Number)
        {
            WrongType("a number");
            return null;
        }

        if (_reader.TryGetInt64(out var value) && value >= least && value <= most)
        {
            return value;
        }

        Complain($"is not a whole number from {least} to {most}", $"Send a whole number from {least} to {most}, without fraction or exponent.");
        return null;
    }

    /// <summary>How many: a whole number of pieces or units.</summary>
    public int? Count() => (int?)Whole(1, Limits.Count);

    /// <summary>A weight or value: not negative, with a bounded number of decimal places, without trailing zeros.</summary>
    public decimal? Amount()
    {
        if (_reader.TokenType != JsonTokenType.Number)
        {
            WrongType("a number");
            return null;
        }

        if (_reader.TryGetDecimal(out var value) && value is >= 0 and <= Limits.Amount)
        {
            if (value.Scale == 0)
            {
                return value + 0m;
            }

            // 1.50 and 1.5 are the same content; the division takes the zeros away.
            var trimmed = value / 1.000000000000000000000000000000m;
            if (trimmed.Scale <= Limits.Decimals)
            {
                return trimmed;
            }
        }

        Complain(
            $"is not a number from 0 to {Limits.Amount} with at most {Limits.Decimals} decimal places",
            "Send it rounded, as a JSON number with a point.");
        return null;
    }

    /// <summary>A country by ISO 3166-1 alpha-2, in upper case.</summary>
    public string? Country() => Letters(2, 2, "a country", "Send two letters of ISO 3166-1, for example DE.");

    /// <summary>A currency by ISO 4217, in upper case.</summary>
    public string? Currency() => Letters(3, 3, "a currency", "Send three letters of ISO 4217, for example EUR.");

    /// <summary>A UN/LOCODE, in upper case and without the blank.</summary>
    public string? Locode()
    {
        if (Text(6, recurs: true) is not { } text)
        {
            return null;
        }

        var locode = text.Length == 6 && text[2] == ' ' ? string.Concat(text.AsSpan(0, 2), text.AsSpan(3)) : text;
        if (locode.Length == 5 && char.IsAsciiLetter(locode[0]) && char.IsAsciiLetter(locode[1]) && locode.All(char.IsAsciiLetterOrDigit))
        {
            return locode.ToUpperInvariant();
        }

        Complain("is not a UN/LOCODE", "Send the country and three characters, for example USMEM.");
        return null;
    }

    /// <summary>An HS code.</summary>
    public string? HsCode()
    {
        if (Text(16, recurs: true) is not { } text)
        {
            return null;
        }

        var digits = text.Replace(".", "", StringComparison.Ordinal);
        if (digits.Length is >= 4 and <= 10 && digits.All(char.IsAsciiDigit))
        {
            return digits;
        }

        Complain("is not an HS code", "Send 4 to 10 digits.");
        return null;
    }

    /// <summary>Letters alone, in upper case.</summary>
    private string? Letters(int least, int most, string what, string remedy)
    {
        if (Text(most, recurs: true) is not { } text)
        {
            return null;
        }

        if (text.Length >= least && text.All(char.IsAsciiLetter))
        {
            return text.ToUpperInvariant();
        }

        Complain($"is not {what}", remedy);
        return null;
    }

    /// <summary>A text that is not plain printable ASCII.</summary>
    private string? UncommonText(int longest)
    {
        var bytes = _reader.ValueSpan;
        string text;
        if (!Utf8.IsValid(bytes))
        {
            Complain("is not UTF-8", "Send the body in UTF-8.");
            return null;
        }

        try
        {
            text = _reader.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // The only way to learn of an escaped half of a surrogate pair.
            Complain("contains half of a surrogate pair", "Escape a character beyond U+FFFF by both of its halves, or send it unescaped.");
            return null;
        }

        if (text.Length > longest)
        {
            TooLong(text.Length, longest);
            return null;
        }

        foreach (var c in text)
        {
            if (char.IsControl(c))
            {
                Complain($"contains the control character U+{(int)c:X4}", "Leave control characters out.");
                return null;
            }
        }

        if (string.IsNullOrWhiteSpace(text))
        {
            Complain("consists of blanks", AbsentRemedy);
            return null;
        }

        return text;
    }

    /// <summary>The present text without escapes, as far as it is short; some libraries escape even <c>+</c> and <c>/</c>.</summary>
    private readonly ReadOnlySpan<byte> Plain(Span<byte> buffer)
    {
        if (!_reader.ValueIsEscaped || _reader.ValueSpan.Length > buffer.Length)
        {
            return _reader.ValueSpan;
        }

        try
        {
            return buffer[.._reader.CopyString(buffer)];
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair: whoever asked complains about the text as it stands.
            return _reader.ValueSpan;
        }
    }

    private void TooLong(int length, int longest) =>
        Complain($"is {length} characters long, at most {longest} are permitted", $"Send at most {longest} characters.");
}
