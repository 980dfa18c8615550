using Tracking.Grains.Shipments;
using Tracking.Grains.Shipments.Homes;

namespace Tracking.Api.Tests;

/// <summary>No other silo: every fact is handed to its grain.</summary>
internal sealed class NoRelays : IShipmentRelays
{
    public Task ReceiveAsync(Memory<ArrivingFacts> arriving) => Task.CompletedTask;
}
