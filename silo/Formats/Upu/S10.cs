namespace Tracking.Formats.Upu;

/// <summary>The item number of posts: two letters, eight digits, a check digit, a country.</summary>
internal static class S10
{
    private static readonly int[] Weights = [8, 6, 4, 2, 3, 5, 9, 7];

    /// <summary>Whether the ninth digit is right.</summary>
    /// <param name="number">Thirteen characters with digits in the third to the eleventh place.</param>
    public static bool HasCheckDigit(string number)
    {
        var sum = 0;
        for (var i = 0; i < Weights.Length; i++)
        {
            sum += Weights[i] * (number[2 + i] - '0');
        }

        var digit = 11 - (sum % 11);
        return number[10] - '0' == (digit == 10 ? 0 : digit == 11 ? 5 : digit);
    }
}
