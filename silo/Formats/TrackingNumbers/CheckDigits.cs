namespace Tracking.Formats.TrackingNumbers;

/// <summary>The arithmetic of check digits. Each takes the characters before the digit and gives the digit.</summary>
internal static class CheckDigits
{
    private const string Alphabet36 = "0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>UPU S10: weights 8 6 4 2 3 5 9 7, modulus 11.</summary>
    public static char S10(ReadOnlySpan<char> body)
    {
        var rest = 11 - (Weighted(body, [8, 6, 4, 2, 3, 5, 9, 7]) % 11);
        return Digit(rest switch { 10 => 0, 11 => 5, _ => rest });
    }

    /// <summary>GS1 and USPS: weights 3 and 1 in turn, the last one 3, modulus 10.</summary>
    public static char Gs1(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += Value(body[i]) * ((body.Length - i) % 2 == 1 ? 3 : 1);
        }

        return Complement(sum);
    }

    /// <summary>GS1's weights, but from the left, so that a body of even length has 1 last.</summary>
    public static char Gs1FromLeft(ReadOnlySpan<char> body) => Alternating(body, 3, 1);

    /// <summary>Weights 1 and 2 in turn from the left; letters count as UPS has them.</summary>
    public static char OneTwo(ReadOnlySpan<char> body) => Alternating(body, 1, 2);

    /// <summary>Weights 1 and 3 in turn from the left, modulus 10.</summary>
    public static char OneThree(ReadOnlySpan<char> body) => Alternating(body, 1, 3);

    /// <summary>Luhn: every second from the right doubled, digits of the product added.</summary>
    public static char Luhn(ReadOnlySpan<char> body)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            var value = Value(body[i]) * ((body.Length - i) % 2 == 1 ? 2 : 1);
            sum += value > 9 ? value - 9 : value;
        }

        return Complement(sum);
    }

    /// <summary>The number as a whole modulo 7: air waybills and DHL Express.</summary>
    public static char Seven(ReadOnlySpan<char> body)
    {
        var rest = 0;
        foreach (var c in body)
        {
            rest = ((rest * 10) + Value(c)) % 7;
        }

        return Digit(rest);
    }

    /// <summary>FedEx Express: weights 1 7 3 in turn, the last one 1; modulus 11, of that modulus 10.</summary>
    public static char FedEx(ReadOnlySpan<char> body)
    {
        ReadOnlySpan<int> weights = [1, 3, 7];
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += Value(body[i]) * weights[(body.Length - 1 - i) % 3];
        }

        return Digit(sum % 11 % 10);
    }

    /// <summary>ISO 7064, MOD 37,36: DPD; the check character may be a letter.</summary>
    public static char Iso7064Mod37(ReadOnlySpan<char> body)
    {
        var sum = 36;
        foreach (var c in body)
        {
            sum += Alphabet36.IndexOf(c, StringComparison.Ordinal);
            sum = (sum > 36 ? sum - 36 : sum) * 2;
            sum = sum > 36 ? sum - 37 : sum;
        }

        return Alphabet36[(37 - sum) % 36];
    }

    private static char Alternating(ReadOnlySpan<char> body, int first, int second)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += Value(body[i]) * (i % 2 == 0 ? first : second);
        }

        return Complement(sum);
    }

    private static int Weighted(ReadOnlySpan<char> body, ReadOnlySpan<int> weights)
    {
        var sum = 0;
        for (var i = 0; i < body.Length; i++)
        {
            sum += Value(body[i]) * weights[i % weights.Length];
        }

        return sum;
    }

    /// <summary>A digit's value; of a letter the value that UPS gives it: A is 2, B is 3 and so on round ten.</summary>
    private static int Value(char c) => char.IsAsciiDigit(c) ? c - '0' : (c - 3) % 10;

    private static char Complement(int sum) => Digit((10 - (sum % 10)) % 10);

    private static char Digit(int value) => (char)('0' + value);
}
