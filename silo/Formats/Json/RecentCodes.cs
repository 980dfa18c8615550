using System.Text;
using Tracking.Contracts.Identifiers;

namespace Tracking.Formats.Json;

/// <summary>A carrier's, authority's or marketplace's code in normal form, ready to be joined with a number.</summary>
/// <param name="Text">The code.</param>
/// <param name="Any">Some number of that carrier, of which others are siblings.</param>
internal sealed record CodeOf(string Text, ShipmentNumber Any);

/// <summary>Codes met lately by the bytes in which they were written; see <see cref="RecentTexts"/>.</summary>
internal static class RecentCodes
{
    private const int Slots = 1024;
    private static readonly Entry?[] Kept = new Entry?[Slots];

    /// <summary>The code that is written so, or null where it has no permitted form.</summary>
    public static CodeOf? Find(ReadOnlySpan<byte> ascii)
    {
        ref var slot = ref Kept[RecentTexts.Slot(ascii, Slots)];
        if (slot is { } known && Ascii.Equals(ascii, known.Written))
        {
            return known.Code;
        }

        var written = Encoding.ASCII.GetString(ascii);
        if (!ShipmentNumber.TryCreate(written, "0", out var any))
        {
            return null;
        }

        var entry = new Entry(written, new CodeOf(any.Carrier, any));
        slot = entry;
        return entry.Code;
    }

    private sealed record Entry(string Written, CodeOf Code);
}
