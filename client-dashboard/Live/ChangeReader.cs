using System.Collections.Immutable;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Journal;

namespace Tracking.Dashboard.Live;

/// <summary>Turns notable events of the feed into what the page shows: the shipment and its open holds after them.</summary>
/// <param name="reader">The journal.</param>
internal sealed class ChangeReader(IJournalReader reader)
{
    /// <summary>One change per event, in order, none left out.</summary>
    /// <param name="events">Events of the feed.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async ValueTask<ImmutableArray<LiveChange>> ReadAsync(ImmutableArray<FeedEvent> events, CancellationToken cancellationToken)
    {
        if (events.IsEmpty)
        {
            return [];
        }

        var numbers = events.Select(e => e.Number).Distinct().ToArray();
        var rows = (await reader.ReadRowsAsync(numbers, cancellationToken)).ToDictionary(row => (row.Carrier, row.Number));
        var holds = (await reader.ReadHoldsAsync(numbers, cancellationToken)).ToLookup(hold => (hold.Carrier, hold.Number));
        return [.. events.Select(e =>
        {
            var key = (e.Number.Carrier, e.Number.Number);
            var row = rows.GetValueOrDefault(key) ?? BareRow(e.Number, e.Version);
            return new LiveChange(
                e.Position.Text, Headlines.TypeOf(e.Event), Headlines.Of(e.Event, row), Headlines.TimeOf(e.Event), row, [.. holds[key]]);
        })];
    }

    // A number that forwards to its bill has no row of its own in the lists, but its events are told all the same.
    private static ShipmentRow BareRow(ShipmentNumber number, int version) =>
        new() { Carrier = number.Carrier, Number = number.Number, Version = version };
}
