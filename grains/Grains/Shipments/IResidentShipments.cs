using Tracking.Contracts.Clearance;

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

    /// <summary>Answers the belt at once, if the shipment is here and nothing about it is under way that its grain must look at.</summary>
    /// <param name="question">The question.</param>
    /// <returns>The answer; null where the grain must be called.</returns>
    ClearanceAnswer? TryClear(ClearanceQuestion question);
}
