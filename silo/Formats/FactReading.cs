using System.Collections.Immutable;
using Tracking.Contracts.Facts;

namespace Tracking.Formats;

/// <summary>What became of reading one item: a fact, or complaints.</summary>
/// <param name="Fact">The fact; null where there are complaints.</param>
/// <param name="Complaints">What is wrong; empty where there is a fact.</param>
/// <param name="Broken">Whether the bytes are not even the format's syntax, so that nothing in them could be looked at.</param>
public readonly record struct FactReading(Fact? Fact, ImmutableArray<Complaint> Complaints, bool Broken)
{
    /// <summary>An item that could be read.</summary>
    /// <param name="fact">The fact in it.</param>
    public static FactReading Of(Fact fact) => new(fact, [], Broken: false);

    /// <summary>An item that could not be read.</summary>
    /// <param name="complaint">Why.</param>
    public static FactReading BrokenBy(Complaint complaint) => new(null, [complaint], Broken: true);
}
