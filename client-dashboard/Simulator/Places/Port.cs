using Tracking.Contracts.Facts;

namespace Tracking.Simulator.Places;

/// <summary>An airport that parcels pass.</summary>
/// <param name="Locode">UN/LOCODE.</param>
/// <param name="Airport">Airport code of three letters.</param>
/// <param name="CustomsPort">US: the four digits of the port of entry; elsewhere the UN/LOCODE.</param>
/// <param name="OffsetMinutes">Standard offset from UTC; the simulated clocks know no summer time.</param>
internal sealed record Port(string Locode, string Airport, string CustomsPort, short OffsetMinutes)
{
    public string Country => Locode[..2];

    public Place Place { get; } = new(Locode[..2], Locode);
}
