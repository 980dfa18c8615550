namespace Tracking.Formats.TrackingNumbers;

/// <summary>Carriers of one country or one kind of goods.</summary>
internal static class RegionalPatterns
{
    public static IReadOnlyList<NumberPattern> All { get; } =
    [
        new("amazon", "Amazon Logistics", NumberLevel.Piece, "TB[ACM]d{12}"),
        new("amazon", "Amazon International", NumberLevel.Piece, "[AFC]d{10}"),
        new("canpar", "Canpar", NumberLevel.Piece, "[CDKLSUXZ]d{21}"),
        new("gofo", "GOFO Express", NumberLevel.Piece, "GFUSd{14}"),
        new("landmark", "Landmark Global", NumberLevel.Piece, "LTNd{8}N1"),
        new("lasership", "LaserShip", NumberLevel.Piece, "L[AIEHNX][123]d{7}"),
        new("lasership", "LaserShip 1LS", NumberLevel.Piece, "1LS7[12]d{10}"),
        new("lasership", "LaserShip 1LS", NumberLevel.Piece, "1LS7[12]dd01[1234]d{6}-1"),
        new("lasership", "LaserShip 1LS", NumberLevel.Piece, "1LSCXx{10}"),
        new("old-dominion", "Old Dominion PRO", NumberLevel.Bill, "77[78]d{8}") { Check = CheckDigits.Luhn },
        new("old-dominion", "Old Dominion PRO", NumberLevel.Bill, "072d{8}") { Check = CheckDigits.Luhn },
        new("old-dominion", "Old Dominion PRO", NumberLevel.Bill, "780d{8}") { Check = CheckDigits.Luhn },
        new("old-dominion", "Old Dominion guaranteed", NumberLevel.Bill, "80d{9}") { Check = CheckDigits.Luhn },
        new("ontrac", "OnTrac", NumberLevel.Piece, "Cd{14}") { Check = body => CheckDigits.OneTwo(Led('4', body)), Guarded = 1..^1 },
        new("ontrac", "OnTrac", NumberLevel.Piece, "Dd{14}") { Check = body => CheckDigits.OneTwo(Led('5', body)), Guarded = 1..^1 },
        new("purolator", "Purolator", NumberLevel.Piece, "[012345]d{11}") { Check = CheckDigits.Luhn },
        new("purolator", "Purolator", NumberLevel.Piece, "aaad{9}"),
        new("speedee", "Spee-Dee", NumberLevel.Piece, "SPd{18}"),
        new("yodel", "Yodel", NumberLevel.Piece, "JDd{16}"),
        new("yodel", "Yodel", NumberLevel.Piece, "JJDd{16}") { Own = 1.. },
        new("yunexpress", "YunExpress", NumberLevel.Piece, "YTd{16}"),
    ];

    // OnTrac's letter counts as the digit that it stands for, unless the number begins with it already.
    private static string Led(char digit, ReadOnlySpan<char> body) => body[0] == digit ? body.ToString() : $"{digit}{body}";
}
