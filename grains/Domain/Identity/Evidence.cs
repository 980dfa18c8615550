namespace Tracking.Domain.Identity;

/// <summary>One thing that speaks for or against two sellers being one.</summary>
/// <param name="What">What it is: a mark, or <c>name</c>.</param>
/// <param name="Bits">How much it says, as a binary logarithm of the likelihood ratio; below 0 it speaks against.</param>
/// <param name="Hashes">The hashes that both have: several where one mark is kept under several keys; none for a name.</param>
/// <param name="Others">How many other sellers have the mark: the more, the less it says.</param>
public sealed record Evidence(string What, double Bits, ImmutableArray<long> Hashes, int Others);
