using Tracking.Contracts.Statuses;

namespace Tracking.Journal;

/// <summary>What to list. All given parts must fit.</summary>
public sealed record ShipmentFilter
{
    /// <summary>The longest page.</summary>
    public const int LongestPage = 500;

    /// <summary>Main transport status.</summary>
    public TransportStatus? Status { get; init; }
    /// <summary>With an open hold, or without.</summary>
    public bool? Held { get; init; }
    /// <summary>With a violation.</summary>
    public bool? Violated { get; init; }
    /// <summary>Seller as marketplace/account.</summary>
    public string? Seller { get; init; }
    /// <summary>Carrier.</summary>
    public string? Carrier { get; init; }
    /// <summary>Beginning of the number, in normal form.</summary>
    public string? NumberPrefix { get; init; }
    /// <summary>The last page's next; null for the first page.</summary>
    public string? After { get; init; }
    /// <summary>1 to <see cref="LongestPage"/>.</summary>
    public int Limit { get; init; } = 100;
}
