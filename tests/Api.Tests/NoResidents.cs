using Tracking.Contracts.Clearance;
using Tracking.Grains.Shipments;

namespace Tracking.Api.Tests;

/// <summary>No shipment lives here: all are reached by a call.</summary>
internal sealed class NoResidents : IResidentShipments
{
    public Task ReceiveAsync(Memory<ArrivingFacts> arriving) => Task.CompletedTask;

    public ClearanceAnswer? TryClear(ClearanceQuestion question) => null;
}
