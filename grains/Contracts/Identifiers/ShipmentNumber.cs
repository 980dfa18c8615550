namespace Tracking.Contracts.Identifiers;

/// <summary>
/// A number under which a carrier knows a consignment: a bill (waybill) or one of its pieces.
/// </summary>
/// <remarks>
/// The carrier is a lower-case code of 1 to 32 characters (<c>a-z 0-9 -</c>); the number has 1 to 64 characters
/// (<c>A-Z 0-9 - . / _</c>), upper case and without spaces. <see cref="TryCreate"/> brings both into that form.
/// </remarks>
[GenerateSerializer, Immutable, Alias("tracking.shipment-number.v1")]
public readonly record struct ShipmentNumber
{
    /// <summary>The longest carrier code.</summary>
    public const int LongestCarrier = 32;

    /// <summary>The longest number.</summary>
    public const int LongestNumber = 64;

    /// <summary>The carrier's code, lower case.</summary>
    [Id(0)] public string Carrier { get; private init; }

    /// <summary>The number, upper case, without spaces.</summary>
    [Id(1)] public string Number { get; private init; }

    /// <summary>Normalises and checks a carrier's code and a number as people and scanners write them.</summary>
    /// <param name="carrier">The carrier's code in any case.</param>
    /// <param name="number">The number; spaces are dropped.</param>
    /// <param name="result">The number in its normal form; default when it is refused.</param>
    /// <returns>Whether both parts have a permitted form.</returns>
    public static bool TryCreate(string? carrier, string? number, out ShipmentNumber result)
    {
        result = default;
        if (NormaliseCarrier(carrier) is not { } code || NormaliseNumber(number) is not { } digits)
        {
            return false;
        }

        result = new ShipmentNumber { Carrier = code, Number = digits };
        return true;
    }

    /// <summary>The carrier's code in normal form, or null where it has no permitted form.</summary>
    /// <param name="carrier">The code in any case.</param>
    public static string? NormaliseCarrier(string? carrier)
    {
        var code = carrier?.Trim().ToLowerInvariant();
        return code is { Length: > 0 and <= LongestCarrier } && code.All(c => char.IsAsciiLetterLower(c) || char.IsAsciiDigit(c) || c == '-')
            ? code
            : null;
    }

    /// <summary>A bill's or piece's number in normal form, or null where it has no permitted form.</summary>
    /// <param name="number">The number in any case, with or without spaces.</param>
    public static string? NormaliseNumber(string? number)
    {
        if (number is null || number.Length > 2 * LongestNumber)
        {
            return null;
        }

        var digits = number.Replace(" ", "", StringComparison.Ordinal).ToUpperInvariant();
        return digits is { Length: > 0 and <= LongestNumber }
            && digits.All(c => char.IsAsciiLetterUpper(c) || char.IsAsciiDigit(c) || c is '-' or '.' or '/' or '_')
            ? digits
            : null;
    }

    /// <summary>Reads the form of <see cref="ToString"/>.</summary>
    /// <param name="key">Carrier, slash, number.</param>
    /// <exception cref="FormatException">The text is not such a key.</exception>
    public static ShipmentNumber Parse(string key)
    {
        ArgumentNullException.ThrowIfNull(key);
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && TryCreate(key[..slash], key[(slash + 1)..], out var result)
            ? result
            : throw new FormatException($"'{key}' is not carrier/number.");
    }

    /// <summary>Another number of the same carrier, already in normal form.</summary>
    /// <param name="number">A number as <see cref="NormaliseNumber"/> gives it.</param>
    public ShipmentNumber Sibling(string number) => this with { Number = number };

    /// <summary>Carrier, slash, number: the key of the shipment's grain.</summary>
    public override string ToString() => $"{Carrier}/{Number}";
}
