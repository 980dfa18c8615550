using Tracking.Simulator.Places;

namespace Tracking.Simulator.Carriers;

/// <summary>A carrier and how it reports.</summary>
internal sealed record CarrierHabits
{
    public required string Code { get; init; }

    public required NumberFormat Format { get; init; }

    /// <summary>How many of the parcels it carries, relative to the others.</summary>
    public required double Weight { get; init; }

    /// <summary>Whether it carries over borders.</summary>
    public bool CrossesBorders { get; init; } = true;

    /// <summary>Whether its events carry ids.</summary>
    public bool GivesIds { get; init; } = true;

    /// <summary>Whether hubs scan pieces, so that pieces have numbers of their own.</summary>
    public bool ScansPieces { get; init; }

    /// <summary>Whether what happens around a flight is sent when the plane has landed, all at once.</summary>
    public bool BatchesAfterLanding { get; init; }

    /// <summary>Share of facts that are sent twice.</summary>
    public required double Duplicates { get; init; }

    /// <summary>Share of scans that come hours late.</summary>
    public required double Late { get; init; }

    /// <summary>Share of scans that are wrong at first and corrected later; none without ids.</summary>
    public double Corrections { get; init; }

    /// <summary>By how many minutes the clocks of its places are off at most.</summary>
    public required int ClockMinutes { get; init; }

    /// <summary>Share of the parcels held by customs that it moves all the same.</summary>
    public double MovesThoughHeld { get; init; } = 0.002;

    /// <summary>How many minutes the clock of one of its places is ahead; the same for ever.</summary>
    public double ClockError(Port port)
    {
        var spread = WorldRandom.Mix(((ulong)Code[0] << 40) ^ ((ulong)Code[^1] << 32) ^ ((ulong)port.Locode[2] << 16) ^ ((ulong)port.Locode[3] << 8) ^ port.Locode[4]);
        return ((spread % 2_001 / 1_000.0) - 1) * ClockMinutes;
    }
}
