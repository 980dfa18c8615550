using Microsoft.Extensions.Logging;
using Orleans.Runtime;
using Orleans.Runtime.Services;

namespace Tracking.Grains.Shipments.Homes;

/// <summary>Sends scans to the silos where their shipments live.</summary>
public interface IShipmentRelays
{
    /// <summary>
    /// Sends the ordinary scans that are not settled yet to the silos of their shipments, one message a silo. Those that are
    /// settled there get their outcomes; whatever else needs its grain is left as it is.
    /// </summary>
    /// <param name="arriving">Facts by shipment.</param>
    Task ReceiveAsync(Memory<ArrivingFacts> arriving);
}

/// <inheritdoc cref="IShipmentRelays"/>
internal sealed partial class ShipmentRelays(
    IServiceProvider services, ISiloStatusOracle silos, ILocalSiloDetails here, ILogger<ShipmentRelays> logger)
    : GrainServiceClient<IShipmentRelay>(services), IShipmentRelays
{
    // Fewer go as fast with a call each.
    private const int Fewest = 4;

    public Task ReceiveAsync(Memory<ArrivingFacts> arriving)
    {
        var active = silos.GetApproximateSiloStatuses(onlyActive: true).Keys.ToArray();
        if (active.Length < 2)
        {
            return Task.CompletedTask;
        }

        Dictionary<SiloAddress, List<int>> places = [];
        var facts = arriving.Span;
        for (var place = 0; place < facts.Length; place++)
        {
            if (facts[place].Outcomes.IsDefault && facts[place].AreOrdinaryScans)
            {
                var home = ShipmentHomes.Of(GrainId.Create(ShipmentHomes.GrainType, facts[place].Number.ToString()), active);
                if (!home.Equals(here.SiloAddress))
                {
                    (places.TryGetValue(home, out var known) ? known : places[home] = []).Add(place);
                }
            }
        }

        return Task.WhenAll(places.Where(p => p.Value.Count >= Fewest).Select(p => SendAsync(p.Key, p.Value, arriving)));
    }

    private async Task SendAsync(SiloAddress home, List<int> places, Memory<ArrivingFacts> arriving)
    {
        try
        {
            var outcomes = await GetGrainService(home).ReceiveAsync([.. places.Select(place => arriving.Span[place].Facts)]);
            for (var index = 0; index < places.Count; index++)
            {
                if (!outcomes[index].IsEmpty)
                {
                    arriving.Span[places[index]].Outcomes = outcomes[index];
                }
            }
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            // Their grains are called in its place, wherever they live by now; what was taken in all the same is a duplicate then.
            LogNotReached(exception, home, places.Count);
        }
    }

    [LoggerMessage(EventId = 2004, Level = LogLevel.Warning, Message = "Silo {Silo} did not take in scans of {Shipments} shipments; they are called one by one.")]
    private partial void LogNotReached(Exception exception, SiloAddress silo, int shipments);
}
