using System.Runtime.InteropServices;
using System.Text;

namespace Tracking.Formats.Json;

/// <summary>
/// Short texts that come again and again (codes, places), so that each of them is one string and not one per scan.
/// </summary>
/// <remarks>A slot is written without a lock: who loses a race merely makes a string anew. Bounded by the number of slots.</remarks>
internal static class RecentTexts
{
    /// <summary>The longest text that is kept.</summary>
    public const int Longest = 48;

    private const int Slots = 4096;
    private static readonly string?[] Kept = new string?[Slots];

    /// <summary>The string of printable ASCII bytes.</summary>
    public static string Get(ReadOnlySpan<byte> ascii)
    {
        if (ascii.Length > Longest)
        {
            return Encoding.ASCII.GetString(ascii);
        }

        ref var slot = ref Kept[Slot(ascii, Slots)];
        if (slot is { } known && Ascii.Equals(ascii, known))
        {
            return known;
        }

        return slot = Encoding.ASCII.GetString(ascii);
    }

    /// <summary>A slot for bytes, from their ends and their length: enough to spread codes, and cheap.</summary>
    public static int Slot(ReadOnlySpan<byte> bytes, int slots)
    {
        ulong mixed = (ulong)bytes.Length;
        if (bytes.Length >= 8)
        {
            mixed ^= MemoryMarshal.Read<ulong>(bytes) * 0x9E3779B97F4A7C15UL;
            mixed ^= MemoryMarshal.Read<ulong>(bytes[^8..]) * 0xC2B2AE3D27D4EB4FUL;
        }
        else
        {
            foreach (var b in bytes)
            {
                mixed = (mixed ^ b) * 0x100000001B3UL;
            }

            mixed *= 0x9E3779B97F4A7C15UL;
        }

        return (int)((mixed >> 40) % (ulong)slots);
    }
}
