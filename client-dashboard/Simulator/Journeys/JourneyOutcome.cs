using Tracking.Contracts.Statuses;

namespace Tracking.Simulator.Journeys;

/// <summary>What must be known of a shipment once all of its facts have arrived, in whatever order.</summary>
internal sealed class JourneyOutcome
{
    public TransportStatus Status { get; set; } = TransportStatus.NoNews;

    public bool Held { get; set; }

    public bool Seized { get; set; }

    public bool Released { get; set; }

    public int Violations { get; set; }
}
