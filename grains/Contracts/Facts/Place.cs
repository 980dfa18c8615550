namespace Tracking.Contracts.Facts;

/// <summary>Where something happened: a UN/LOCODE, or a postal code with its country, or the country alone.</summary>
/// <param name="Country">ISO 3166-1 alpha-2, upper case.</param>
/// <param name="Locode">UN/LOCODE of five characters, upper case; null where only a postal code is known.</param>
/// <param name="PostalCode">Postal code, at most 16 characters.</param>
[GenerateSerializer, Immutable, Alias("tracking.place.v1")]
public sealed record Place(
    [property: Id(0)] string Country,
    [property: Id(1)] string? Locode = null,
    [property: Id(2)] string? PostalCode = null)
{
    /// <summary>UN/LOCODE, or country and postal code, or the country.</summary>
    public override string ToString() => Locode ?? (PostalCode is null ? Country : $"{Country} {PostalCode}");
}
