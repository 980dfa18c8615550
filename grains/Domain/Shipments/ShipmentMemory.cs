namespace Tracking.Domain.Shipments;

/// <summary>
/// Where a grain keeps its shipment's state between two events. What ordinary scans change is kept in place, in one object
/// that grows old with the grain: states that were kept as objects would each live just long enough to be moved by the
/// collector before they are garbage, which stopped a busy silo for a tenth of the time.
/// </summary>
/// <remarks>One writer at a time; readers from any thread.</remarks>
public sealed class ShipmentMemory
{
    // Whole where scans do not go on from it; otherwise without what the fields below say.
    private ShipmentState ground;
    private FactMarks facts;
    private Journey journey;
    private RouteTrack route;
    private OrderedFact last;
    private ImmutableArray<string> arrivedIn;
    private int version;
    private bool goesOn;

    /// <summary>Keeps a first state.</summary>
    /// <param name="state">The state.</param>
    public ShipmentMemory(ShipmentState state)
    {
        ground = null!;
        Keep(state);
    }

    /// <summary>The version of the state that is kept.</summary>
    public int Version => Volatile.Read(ref version);

    /// <summary>Keeps another state in place of the one before.</summary>
    /// <param name="state">The state.</param>
    public void Keep(ShipmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        lock (this)
        {
            // A decision that was taken back may come last in the order and count for nothing.
            if (state.Trail is not { } trail || trail.Last.Time != state.Picture.LastAt)
            {
                (ground, facts, goesOn) = (state, default, false);
            }
            else
            {
                if (!goesOn || !ReferenceEquals(ground.Picture, state.Ground))
                {
                    ground = state.WithoutScans();
                }

                (facts, journey, route, last, arrivedIn, goesOn) = (state.Facts, trail.Journey, trail.Route, trail.Last, state.Picture.ArrivedIn, true);
            }

            version = state.Version;
        }
    }

    /// <summary>The state that is kept.</summary>
    public ShipmentState Recall()
    {
        lock (this)
        {
            return goesOn ? ground.With(version, facts, new Trail(journey, route, last), arrivedIn) : ground;
        }
    }
}
