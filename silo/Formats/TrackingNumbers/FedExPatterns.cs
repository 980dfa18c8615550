namespace Tracking.Formats.TrackingNumbers;

/// <summary>FedEx: Express, Ground, SmartPost's bar codes, and what surrounds the number on a label.</summary>
internal static class FedExPatterns
{
    private const string Carrier = "fedex";

    public static IReadOnlyList<NumberPattern> All { get; } =
    [
        // A master number is the first piece's own.
        new(Carrier, "FedEx Express", NumberLevel.Piece, "d{12}") { Check = CheckDigits.FedEx },
        new(Carrier, "FedEx Express label, 34 digits", NumberLevel.Piece, "[012345678]d{33}")
        {
            Check = CheckDigits.FedEx, Guarded = 20..33, Own = 20.., TrimZeros = true,
        },
        new(Carrier, "FedEx ASTRA label, 32 digits", NumberLevel.Piece, "3d{31}")
        {
            Check = CheckDigits.FedEx, Guarded = 16..27, CheckAt = 27, Own = 16..28,
        },
        new(Carrier, "FedEx Ground", NumberLevel.Piece, "d{15}") { Check = CheckDigits.OneThree },
        new(Carrier, "FedEx Ground SSCC-18", NumberLevel.Piece, "0[0124]d{16}") { Check = CheckDigits.Gs1 },
        new(Carrier, "FedEx Ground label 96, 22 digits", NumberLevel.Piece, "96d{20}") { Check = CheckDigits.OneThree, Guarded = 7..21, Own = 7.. },
        new(Carrier, "FedEx Ground label 96, 34 digits", NumberLevel.Piece, "96d{32}")
        {
            Check = CheckDigits.FedEx, Guarded = 20..33, Own = 20.., TrimZeros = true,
        },

        // SmartPost is handed over to USPS: the same number is valid there.
        new(Carrier, "FedEx SmartPost", NumberLevel.Piece, "926129d{16}") { Check = CheckDigits.Gs1 },
        new(Carrier, "FedEx SmartPost without 92", NumberLevel.Piece, "6129d{16}") { Check = body => CheckDigits.Gs1($"92{body}") },
    ];
}
