using Tracking.Contracts.Identifiers;

namespace Tracking.Domain.Identity;

/// <summary>What is known of a seller that may tell him from others.</summary>
public sealed record SellerProfile
{
    /// <summary>The most names, addresses, and marks that are kept of one seller.</summary>
    public const int Most = 64;

    /// <summary>The seller.</summary>
    public required SellerKey Seller { get; init; }
    /// <summary>Names that he uses, in any script.</summary>
    public ImmutableArray<string> Names { get; init; } = [];
    /// <summary>Addresses as they were given.</summary>
    public ImmutableArray<string> Addresses { get; init; } = [];
    /// <summary>Marks, addresses among them.</summary>
    public ImmutableArray<IdentityMark> Marks { get; init; } = [];

    /// <summary>This profile with what another one of the same seller knows: nothing that was known is forgotten, beyond <see cref="Most"/> the latest is kept.</summary>
    /// <param name="later">What was learned later.</param>
    public SellerProfile With(SellerProfile later)
    {
        ArgumentNullException.ThrowIfNull(later);
        return this with
        {
            Names = Latest(Names, later.Names),
            Addresses = Latest(Addresses, later.Addresses),
            Marks = Latest(Marks, later.Marks),
        };
    }

    private static ImmutableArray<T> Latest<T>(ImmutableArray<T> known, ImmutableArray<T> later) =>
        [.. known.Except(later).Concat(later.Distinct()).TakeLast(Most)];
}
