using Tracking.Contracts.Identifiers;
using Tracking.Grains.Shipments;

namespace Tracking.Grains.Orders;

/// <summary>Writes what standing orders make of shipments into their streams: many at once, through this silo's own journal, no grain is called.</summary>
internal sealed class OrderWriter(ShipmentServices services)
{
    /// <summary>Reads the streams of shipments: those that live here from memory, the others from the journal.</summary>
    public Task<ShipmentStream[]> LoadAsync(IEnumerable<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
        Task.WhenAll(numbers.Select(number => services.Residents.Find(number) is { } resident
            ? Task.FromResult(resident)
            : ShipmentStream.LoadAsync(number, services, null, cancellationToken)));

    /// <summary>The streams of those shipments that live here.</summary>
    public List<ShipmentStream> Residents(IEnumerable<ShipmentNumber> numbers) =>
        [.. numbers.Select(services.Residents.Find).OfType<ShipmentStream>()];

    /// <summary>Brings streams up to the orders that stand.</summary>
    public async Task WriteAsync(IReadOnlyList<ShipmentStream> streams, CancellationToken cancellationToken)
    {
        var epoch = services.Orders.Epoch;
        var (begun, again) = (new List<(ShipmentStream Stream, Proposal Proposal)>(streams.Count), new List<ShipmentStream>());
        foreach (var stream in streams)
        {
            if (!stream.TryBeginOrders(out var proposal))
            {
                again.Add(stream);
            }
            else if (proposal is not null)
            {
                begun.Add((stream, proposal));
            }
        }

        var outcomes = await services.Journal.AppendAllAsync(begun.ConvertAll(b => b.Proposal.Append));
        for (var i = 0; i < begun.Count; i++)
        {
            if (!begun[i].Stream.Finish(begun[i].Proposal, outcomes[i]))
            {
                again.Add(begun[i].Stream);
            }
        }

        // At work, lost to another activation, or another order came meanwhile: each waits for its turn and decides again.
        foreach (var stream in epoch == services.Orders.Epoch ? again : streams)
        {
            await stream.AppendAsync(static _ => [], cancellationToken);
        }
    }
}
