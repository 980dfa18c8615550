using System.Runtime.InteropServices;
using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Services;
using Tracking.Contracts.Facts;

namespace Tracking.Grains.Shipments.Homes;

/// <summary>A silo's door for scans that came in at another one: one message for many shipments.</summary>
[Alias("tracking.shipment-relay")]
internal interface IShipmentRelay : IGrainService
{
    /// <summary>Takes ordinary scans of shipments in that live here.</summary>
    /// <param name="arriving">Facts, by shipment.</param>
    /// <returns>What became of them when it is durable, by shipment; empty where its grain must be called.</returns>
    [Alias("receive")]
    Task<ImmutableArray<ImmutableArray<FactOutcome>>> ReceiveAsync(ImmutableArray<ImmutableArray<Fact>> arriving);
}

/// <inheritdoc cref="IShipmentRelay"/>
internal sealed class ShipmentRelay(GrainId id, Silo silo, ILoggerFactory loggers, IResidentShipments residents) : GrainService(id, silo, loggers), IShipmentRelay
{
    public Task<ImmutableArray<ImmutableArray<FactOutcome>>> ReceiveAsync(ImmutableArray<ImmutableArray<Fact>> arriving) =>
        // Not on the relay's own scheduler: several messages are decided on at once.
        Task.Run(async () =>
        {
            var facts = new ArrivingFacts[arriving.Length];
            for (var place = 0; place < facts.Length; place++)
            {
                facts[place] = new ArrivingFacts(arriving[place][0].Number, arriving[place]);
            }

            await residents.ReceiveAsync(facts);
            var outcomes = Array.ConvertAll(facts, f => f.Outcomes.IsDefault ? [] : f.Outcomes);
            return ImmutableCollectionsMarshal.AsImmutableArray(outcomes);
        });
}
