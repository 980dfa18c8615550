namespace Tracking.Simulator.Carriers;

/// <summary>
/// Draws numbers that no other shipment of this world has, and that hardly any of another seed has: each seed
/// starts at another point of the range that a format allows.
/// </summary>
internal sealed class NumberSeries(long seed)
{
    private const string Letters = "0123456789ABCDEFGHJKLMNPQRSTUVWXYZ"; // no I and no O, which read like digits

    private readonly ulong series = WorldRandom.Mix((ulong)seed ^ 0x7261636B696E67);

    /// <summary>Six characters that stand for the seed.</summary>
    public string Mark => Text(series, 6);

    public string Bill(NumberFormat format, long serial) => format switch
    {
        NumberFormat.Express => WithMod10($"1N{Mark}{serial:D8}"),
        NumberFormat.Waybill => Waybill(serial),
        NumberFormat.Postal => Postal(serial),
        NumberFormat.Consolidator => $"QY{Mark}{serial:D9}",
        _ => $"SL{Mark}{serial:D8}",
    };

    /// <summary>The number of a piece, where the carrier's hubs scan pieces.</summary>
    /// <param name="format">The carrier's format.</param>
    /// <param name="bill">Its bill.</param>
    /// <param name="serial">The bill's serial number.</param>
    /// <param name="piece">1 for the first piece.</param>
    public string Piece(NumberFormat format, string bill, long serial, int piece) =>
        format == NumberFormat.Waybill ? $"JD{series % 100_000_000:D8}{serial:D8}{piece:D2}" : $"{bill}P{piece:D2}";

    /// <summary>A master air waybill of a flight: three digits of the airline, seven, check digit.</summary>
    public static string MasterBill(string carrier, string airport, long departure)
    {
        var serial = WorldRandom.Mix(((ulong)departure * 977) ^ ((ulong)carrier[0] << 48) ^ ((ulong)airport[0] << 40) ^ ((ulong)airport[1] << 32) ^ airport[2]) % 10_000_000;
        return $"{900 + (carrier[0] % 60)}-{serial:D7}{serial % 7}";
    }

    private string Waybill(long serial)
    {
        var number = (series + (ulong)serial) % 1_000_000_000;
        return $"{number:D9}{number % 7}";
    }

    private string Postal(long serial)
    {
        ReadOnlySpan<int> weights = [8, 6, 4, 2, 3, 5, 9, 7];
        var number = (series + (ulong)serial) % (26UL * 100_000_000);
        var digits = (number % 100_000_000).ToString("D8");
        var sum = 0;
        for (var i = 0; i < weights.Length; i++)
        {
            sum += weights[i] * (digits[i] - '0');
        }

        var check = (11 - (sum % 11)) switch { 10 => 0, 11 => 5, var digit => digit };
        return $"L{(char)('A' + (number / 100_000_000))}{digits}{check}CN";
    }

    private static string WithMod10(string text)
    {
        var sum = 0;
        for (var i = 2; i < text.Length; i++)
        {
            sum += (char.IsAsciiDigit(text[i]) ? text[i] - '0' : text[i] - 'A' + 2) * (i % 2 == 0 ? 1 : 2);
        }

        return $"{text}{(10 - (sum % 10)) % 10}";
    }

    private static string Text(ulong value, int width) => string.Create(width, value, static (span, left) =>
    {
        for (var i = span.Length - 1; i >= 0; i--)
        {
            span[i] = Letters[(int)(left % (ulong)Letters.Length)];
            left /= (ulong)Letters.Length;
        }
    });
}
