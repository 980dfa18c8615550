using System.Collections.Frozen;
using Tracking.Contracts.Facts;

namespace Tracking.Formats.Places;

/// <summary>Codes of places as messages write them. What no table has is not guessed: the country alone, or nothing.</summary>
public static class PlaceCodes
{
    private static readonly PlaceTable Table = PlaceTable.Load();

    private static readonly FrozenDictionary<string, string> Alpha2 = CountryCodes.Alpha2.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>The place of a UN/LOCODE, with or without the blank; null where it has not that form.</summary>
    /// <param name="code">Country and three characters.</param>
    public static Place? Locode(string? code)
    {
        var text = code?.Trim().ToUpperInvariant() ?? "";
        if (text.Length == 6 && text[2] == ' ')
        {
            text = string.Concat(text.AsSpan(0, 2), text.AsSpan(3));
        }

        return text.Length == 5 && Country(text[..2]) is { } country && text.AsSpan(2).IndexOfAnyExceptInRange('0', 'Z') < 0 && text.All(char.IsAsciiLetterOrDigit)
            ? new Place(country, text)
            : null;
    }

    /// <summary>The place of an airport's IATA code; null where the table has it not.</summary>
    /// <param name="code">Three letters.</param>
    public static Place? Airport(string? code) =>
        code is not null && Table.Airports.TryGetValue(code.Trim().ToUpperInvariant(), out var locode) ? Locode(locode) : null;

    /// <summary>The place of a port of entry of US customs; null where the table has it not.</summary>
    /// <param name="code">Four digits, the first of which may be missing where it is 0.</param>
    public static Place? CbpPort(string? code)
    {
        var text = code?.Trim() ?? "";
        return Table.CbpPorts.TryGetValue(text.Length == 3 ? "0" + text : text, out var locode) ? Locode(locode) : null;
    }

    /// <summary>The country of a code of two or three letters of ISO 3166-1, in its alpha-2 form; null where it is none.</summary>
    /// <param name="code">The code.</param>
    public static string? Country(string? code)
    {
        var text = code?.Trim().ToUpperInvariant() ?? "";
        return text.Length switch
        {
            2 when CountryCodes.Known.Contains(text) => text,
            3 when Alpha2.TryGetValue(text, out var two) => two,
            _ => null,
        };
    }

    /// <summary>The place of an international office of exchange of posts (IMPC), six characters: country, airport, letter.</summary>
    /// <param name="code">For example <c>USLAXA</c>.</param>
    public static Place? ExchangeOffice(string? code)
    {
        var text = code?.Trim().ToUpperInvariant() ?? "";
        if (text.Length < 5 || Country(text[..2]) is not { } country)
        {
            return null;
        }

        return Airport(text[2..5]) is { } airport && airport.Country == country ? airport : new Place(country, null);
    }

    internal static PlaceTable Zones => Table;
}
