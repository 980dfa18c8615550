using System.IO.Hashing;
using System.Runtime.InteropServices;
using Tracking.Contracts.Identifiers;

namespace Tracking.Journal.Recount;

/// <summary>
/// A set of events in few bytes: how many, and the sum of a hash of each. Two sets with the same sum are the same set, none
/// twice and none left out, whatever their order; for the feed it is taken twice, of all events and of the notable ones.
/// </summary>
internal readonly record struct FeedSums(FeedSum All, FeedSum Notable)
{
    public FeedSums With(ShipmentNumber number, int version, bool notable)
    {
        var hash = FeedSum.Hash(number, version);
        return new(All.With(hash), notable ? Notable.With(hash) : Notable);
    }

    public FeedSums With(FeedSums other) => new(All.With(other.All), Notable.With(other.Notable));
}

/// <summary>One such set.</summary>
/// <param name="Count">How many.</param>
/// <param name="Sum">The sum of their hashes.</param>
internal readonly record struct FeedSum(long Count, UInt128 Sum)
{
    public FeedSum With(UInt128 hash) => new(Count + 1, unchecked(Sum + hash));

    public FeedSum With(FeedSum other) => new(Count + other.Count, unchecked(Sum + other.Sum));

    public static UInt128 Hash(ShipmentNumber number, int version)
    {
        // The longest carrier and number, and the version.
        Span<char> text = stackalloc char[ShipmentNumber.LongestCarrier + ShipmentNumber.LongestNumber + 3];
        number.Carrier.CopyTo(text);
        text[number.Carrier.Length] = '/';
        number.Number.CopyTo(text[(number.Carrier.Length + 1)..]);
        var length = number.Carrier.Length + 1 + number.Number.Length;
        MemoryMarshal.Write(MemoryMarshal.AsBytes(text.Slice(length, 2)), version);
        return XxHash128.HashToUInt128(MemoryMarshal.AsBytes(text[..(length + 2)]));
    }
}
