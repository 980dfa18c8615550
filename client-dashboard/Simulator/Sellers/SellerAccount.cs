using Tracking.Contracts.Identifiers;

namespace Tracking.Simulator.Sellers;

/// <summary>An entry of the answer key: a seller's account and who is behind it.</summary>
public sealed record SellerAccount
{
    /// <summary>The account as the marketplace knows it.</summary>
    public required SellerKey Key { get; init; }

    /// <summary>The name on the account.</summary>
    public required string Name { get; init; }

    /// <summary>Who is behind it: accounts with the same number belong to the same people.</summary>
    public required int Operator { get; init; }

    /// <summary>Whether those people sell counterfeits.</summary>
    public required bool Bad { get; init; }

    /// <summary>Which of its owner's accounts this is; 1 for the first.</summary>
    public required int Incarnation { get; init; }

    /// <summary>Street, city and postal code that the shipper gives.</summary>
    public required string Address { get; init; }

    /// <summary>The shipper's e-mail.</summary>
    public required string Email { get; init; }

    /// <summary>The shipper's telephone.</summary>
    public required string Phone { get; init; }

    /// <summary>The shipper's account with the carriers.</summary>
    public required string CarrierAccount { get; init; }

    /// <summary>When it was opened.</summary>
    public required DateTimeOffset OpenedAt { get; init; }
}
