using System.IO.Hashing;
using System.Runtime.InteropServices;

namespace Tracking.Domain.Orders;

/// <summary>
/// Features of shipments as 64 bits: four for the kind, sixty of a hash of the normal form. Two different texts of one kind
/// share a hash once in 10^18 pairs. The hash has no key: who has the journal can try out names, as with the texts beside it.
/// </summary>
public static class Feature
{
    private const int KindShift = 60;

    /// <summary>The feature of a text that is in its normal form.</summary>
    /// <param name="kind">What it is about.</param>
    /// <param name="normal">The normal form.</param>
    public static ulong Of(FeatureKind kind, ReadOnlySpan<char> normal) =>
        ((ulong)kind << KindShift) | (XxHash3.HashToUInt64(MemoryMarshal.AsBytes(normal), (long)kind) >> (64 - KindShift));

    /// <summary>What a feature is about.</summary>
    /// <param name="feature">A feature.</param>
    public static FeatureKind KindOf(ulong feature) => (FeatureKind)(feature >> KindShift);

    /// <summary>Whether the journal keeps an index row per stream for it: those that neither lists nor heads have, and that say something.</summary>
    /// <param name="feature">A feature.</param>
    public static bool IsIndexed(ulong feature) => KindOf(feature) is FeatureKind.Brand or FeatureKind.Word or FeatureKind.Consignee or FeatureKind.Address
        or FeatureKind.Flight or FeatureKind.MasterBill or FeatureKind.Heading or FeatureKind.Subheading;

    /// <summary>The kind of an HS code's beginning by its length; null where it has no length of a level.</summary>
    /// <param name="digits">How many digits.</param>
    public static FeatureKind? LevelOf(int digits) => digits switch
    {
        2 => FeatureKind.Chapter,
        4 => FeatureKind.Heading,
        6 => FeatureKind.Subheading,
        8 => FeatureKind.TariffLine,
        10 => FeatureKind.StatisticalLine,
        _ => null,
    };
}
