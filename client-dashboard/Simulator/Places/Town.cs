using Tracking.Contracts.Facts;

namespace Tracking.Simulator.Places;

/// <summary>Where parcels are delivered.</summary>
/// <param name="Name">Name.</param>
/// <param name="Country">ISO 3166-1 alpha-2.</param>
/// <param name="PostalCode">A postal code there.</param>
/// <param name="Hub">The port whose hub serves it.</param>
internal sealed record Town(string Name, string Country, string PostalCode, Port Hub)
{
    public Place Place { get; } = new(Country, null, PostalCode);
}
