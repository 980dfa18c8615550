namespace Tracking.Simulator.Places;

/// <summary>A way that parcels take over one border, or inside one territory.</summary>
/// <param name="Origin">Where the carrier's first hub is.</param>
/// <param name="Transit">Where it is handled on the way; null on a direct flight.</param>
/// <param name="Gateway">Where it enters the territory.</param>
/// <param name="Towns">Where it may end.</param>
/// <param name="FlightHours">Hours in the air, all legs.</param>
/// <param name="FlightEveryHours">Hours between two departures.</param>
/// <param name="Weight">How many of the parcels take it, relative to the others.</param>
internal sealed record Lane(Port Origin, Port? Transit, Port Gateway, IReadOnlyList<Town> Towns, double FlightHours, int FlightEveryHours, double Weight)
{
    /// <summary>Whether no border is crossed.</summary>
    public bool Domestic => Origin.Country == Gateway.Country;
}
