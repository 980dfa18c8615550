namespace Tracking.Grains.Shipments;

/// <summary>The shipments whose grains live on this silo.</summary>
public interface IResidentShipments
{
    /// <summary>
    /// Takes ordinary scans of many shipments in at once: no message per shipment, one wait for all that must become durable.
    /// </summary>
    /// <param name="arriving">
    /// Facts by shipment. Those that are settled get their outcomes. Whatever needs its grain is left as it is: other facts
    /// than ordinary scans, shipments that are not here, at work, or were changed by another activation.
    /// </param>
    Task ReceiveAsync(Memory<ArrivingFacts> arriving);
}
