using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity.Names;

namespace Tracking.Domain.Identity;

/// <summary>
/// Weighs what two sellers have in common, after Fellegi and Sunter: each agreement adds the logarithm of how much more
/// likely it is between accounts of one man than between strangers. A mark that many have is likely between strangers.
/// </summary>
public static class IdentityRules
{
    /// <summary>A mark that more sellers have says nothing: a forwarder's telephone, a warehouse's address.</summary>
    public const int MostOthers = 64;

    /// <summary>How unlikely it is beforehand that two sellers who have anything in common are one, as a binary logarithm.</summary>
    public const double Prior = -12;

    // Beyond this a further seller with the mark takes this many bits for each doubling.
    private const double PerDoubling = 3;
    private const double MostOfName = 9;
    private const double LeastOfName = -2;

    private static readonly double[] Agree = [0, 16.5, 16.5, 12.5, 17, 14, 5, 15.5, 18];
    private static readonly double[] Differ = [0, -0.6, -0.2, -0.3, -1, -0.3, 0, -0.3, -1.5];

    /// <summary>Weighs two sellers.</summary>
    /// <param name="left">One.</param>
    /// <param name="right">The other.</param>
    /// <param name="othersWith">How many sellers beside the two have a mark, by its hash.</param>
    /// <param name="names">Judges names.</param>
    public static LinkScore Weigh(SellerProfile left, SellerProfile right, Func<long, int> othersWith, NameModel names)
    {
        ArgumentNullException.ThrowIfNull(left);
        ArgumentNullException.ThrowIfNull(right);
        ArgumentNullException.ThrowIfNull(othersWith);
        var evidence = new List<Evidence>();
        foreach (var kind in Enum.GetValues<MarkKind>())
        {
            AddMarks(kind, left, right, othersWith, evidence);
        }

        if (NameBits(left, right, names) is { } bits)
        {
            evidence.Add(new Evidence("name", bits, [], 0));
        }

        var sum = Prior + evidence.Sum(e => e.Bits);
        return new LinkScore(1 / (1 + Math.Pow(2, -sum)), [.. evidence.OrderByDescending(e => e.Bits)]);
    }

    /// <summary>What a mark says that others have too.</summary>
    /// <param name="kind">What it is.</param>
    /// <param name="others">How many sellers beside the two have it.</param>
    public static double BitsOf(MarkKind kind, int others) =>
        others >= MostOthers ? 0 : Math.Max(0, Agree[(int)kind] - (PerDoubling * Math.Log2(1 + others)));

    private static void AddMarks(MarkKind kind, SellerProfile left, SellerProfile right, Func<long, int> othersWith, List<Evidence> evidence)
    {
        var mine = left.Marks.Where(m => m.Kind == kind).ToHashSet();
        var theirs = right.Marks.Where(m => m.Kind == kind).ToHashSet();
        if (mine.Count == 0 || theirs.Count == 0)
        {
            return;
        }

        mine.IntersectWith(theirs);
        if (mine.Count == 0)
        {
            evidence.Add(new Evidence(Text(kind), Differ[(int)kind], [], 0));
            return;
        }

        // One for each kind: several hashes may be one telephone under several keys.
        var others = mine.Min(m => othersWith(m.Hash));
        evidence.Add(new Evidence(Text(kind), BitsOf(kind, others), [.. mine.Select(m => m.Hash).Order()], others));
    }

    private static double? NameBits(SellerProfile left, SellerProfile right, NameModel names)
    {
        if (left.Names.IsEmpty || right.Names.IsEmpty)
        {
            return null;
        }

        var others = right.Names.Select(ComparableName.Of).ToList();
        var best = left.Names.Select(ComparableName.Of).Max(mine => others.Max(theirs => names.Likelihood(mine, theirs)));
        var certain = Math.Clamp(best, 0.001, 0.999);
        return Math.Clamp(Math.Log2(certain / (1 - certain)), LeastOfName, MostOfName);
    }

    /// <summary>The word for a kind of mark, as evidence names it.</summary>
    /// <param name="kind">The kind.</param>
    public static string Text(MarkKind kind) => kind switch
    {
        MarkKind.Phone => "phone",
        MarkKind.Email => "email",
        MarkKind.Address => "address",
        MarkKind.Payment => "payment",
        MarkKind.Device => "device",
        MarkKind.Network => "network",
        MarkKind.CarrierAccount => "carrier-account",
        _ => "document",
    };
}
