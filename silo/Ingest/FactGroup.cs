using Tracking.Contracts.Identifiers;

namespace Tracking.Silo.Ingest;

/// <summary>The facts of a batch that are about one shipment.</summary>
internal struct FactGroup
{
    public ShipmentNumber Number;

    /// <summary>Index of the first fact in the batch, of the last, and how many there are.</summary>
    public int First;
    public int Last;
    public int Count;

    /// <summary>The call under way; gives whether it settled the facts.</summary>
    public Task<bool> Call;

    /// <summary>Whether it is settled.</summary>
    public bool Settled;
}
