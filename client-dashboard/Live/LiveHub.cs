using System.Collections.Immutable;
using Microsoft.AspNetCore.SignalR;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Journal;

namespace Tracking.Dashboard.Live;

/// <summary>What the page's live connection calls, at <c>/live</c>.</summary>
/// <param name="state">What is shared by all connections.</param>
/// <param name="reader">The journal.</param>
/// <param name="changes">Turns events into changes.</param>
internal sealed class LiveHub(LiveState state, IJournalReader reader, ChangeReader changes) : Hub
{
    private const int LongestPosition = 256;
    private const string Streaming = "streaming";

    /// <summary>Frames from a position on: what was missed, then what is new.</summary>
    /// <param name="position">The last position that the page has; null where it has none.</param>
    /// <param name="cancellationToken">Ends the stream.</param>
    public IAsyncEnumerable<LiveFrame> Stream(string? position, CancellationToken cancellationToken)
    {
        if (position?.Length > LongestPosition)
        {
            throw new HubException($"The position has more than {LongestPosition} characters; pass one that a frame named.");
        }

        // A stream that is asked for on the same connection takes the place of the one before.
        var own = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken, Context.ConnectionAborted);
        if (Context.Items.TryGetValue(Streaming, out var before) && before is CancellationTokenSource earlier)
        {
            earlier.Cancel();
        }

        Context.Items[Streaming] = own;
        return new LiveSession(Context.ConnectionId, state, reader, changes).ReadAsync(position, own.Token);
    }

    /// <summary>Sets which shipments' rows come in the frames, in place of what was set before.</summary>
    /// <param name="shipmentKeys">At most 200 keys, each carrier/number.</param>
    public void Watch(string[] shipmentKeys)
    {
        if (shipmentKeys is not { Length: <= WatchedShipments.MostPerConnection })
        {
            throw new HubException($"At most {WatchedShipments.MostPerConnection} shipments can be watched on one connection.");
        }

        state.Watched.Watch(Context.ConnectionId, [.. shipmentKeys.Select(Parse).Distinct()]);
        state.Changed.Raise();
    }

    /// <inheritdoc/>
    public override Task OnDisconnectedAsync(Exception? exception)
    {
        state.Watched.Forget(Context.ConnectionId);
        return base.OnDisconnectedAsync(exception);
    }

    private static ShipmentNumber Parse(string? key)
    {
        var slash = key?.IndexOf('/', StringComparison.Ordinal) ?? -1;
        return slash > 0 && ShipmentNumber.TryCreate(key![..slash], key[(slash + 1)..], out var number)
            ? number
            : throw new HubException("A watched shipment is not carrier/number.");
    }
}
