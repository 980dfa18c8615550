namespace Tracking.Contracts.Facts;

/// <summary>Personal data of a party, kept beside the stream so that it can be masked and erased without touching history.</summary>
[GenerateSerializer, Immutable, Alias("tracking.party-details.v1")]
public sealed record PartyDetails
{
    /// <summary>Name.</summary>
    [Id(0)] public string? Name { get; init; }

    /// <summary>Street, city and postal code as given.</summary>
    [Id(1)] public string? Address { get; init; }

    /// <summary>E-mail.</summary>
    [Id(2)] public string? Email { get; init; }

    /// <summary>Telephone.</summary>
    [Id(3)] public string? Phone { get; init; }

    /// <summary>Account with the carrier.</summary>
    [Id(4)] public string? Account { get; init; }
}
