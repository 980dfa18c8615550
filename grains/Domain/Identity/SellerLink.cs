using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;

namespace Tracking.Domain.Identity;

/// <summary>What is thought of two sellers being one.</summary>
public enum LinkState : byte
{
    /// <summary>Put before an investigator; nothing follows from it.</summary>
    Proposed = 0,
    /// <summary>Likely enough that orders on the one count for the other, until somebody says otherwise.</summary>
    Linked = 1,
    /// <summary>An investigator said that they are one.</summary>
    Confirmed = 2,
    /// <summary>An investigator said that they are not.</summary>
    Refuted = 3,
}

/// <summary>Two sellers that may be one.</summary>
public sealed record SellerLink
{
    /// <summary>The first of the two in the order of their texts.</summary>
    public required SellerKey First { get; init; }
    /// <summary>The other.</summary>
    public required SellerKey Second { get; init; }
    /// <summary>What is thought of it.</summary>
    public required LinkState State { get; init; }
    /// <summary>How likely it is, and why.</summary>
    public required LinkScore Score { get; init; }
    /// <summary>Whether an investigator has refuted it at any time: no machine links the two again.</summary>
    public bool WasRefuted { get; init; }
    /// <summary>How often it has changed.</summary>
    public required int Version { get; init; }

    /// <summary>Whether orders on the one count for the other.</summary>
    public bool Joins => State is LinkState.Linked or LinkState.Confirmed;

    /// <summary>The two in their order.</summary>
    /// <param name="one">One.</param>
    /// <param name="other">The other.</param>
    public static (SellerKey First, SellerKey Second) Ordered(SellerKey one, SellerKey other) =>
        string.CompareOrdinal(one.ToString(), other.ToString()) <= 0 ? (one, other) : (other, one);
}

/// <summary>A change of a link. Nothing of it is ever changed again: what was thought and why stays readable.</summary>
/// <param name="Sequence">Its place among all changes of all links.</param>
/// <param name="Link">The link after it.</param>
/// <param name="At">When, microseconds since 1970 UTC.</param>
/// <param name="By">Who.</param>
/// <param name="Reason">Why; null where the score says it.</param>
public sealed record LinkChange(long Sequence, SellerLink Link, long At, Actor By, string? Reason);
