namespace Tracking.Silo.Ingest;

/// <summary>The facts of a batch that are about one shipment.</summary>
internal struct FactGroup
{
    /// <summary>Index of the first fact in the batch, of the last, and how many there are.</summary>
    public int First;
    public int Last;
    public int Count;

    /// <summary>The call of the shipment's grain under way, if any; gives whether it settled the facts.</summary>
    public Task<bool>? Call;

    /// <summary>Whether its shipment has failed on them, so that trying again is of no use.</summary>
    public bool Failed;
}
