using System.Collections.Immutable;
using System.Runtime.CompilerServices;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Journal;

namespace Tracking.Dashboard.Live;

/// <summary>
/// What one page is sent: first what it missed, from the journal, then what is new. Every frame names the position of
/// the frame before it. Nothing is queued for the page: it takes what is newest when it is ready, and where it fell too
/// far behind, or was away too long, it is told to load its lists anew.
/// </summary>
/// <param name="connection">The connection's id.</param>
/// <param name="state">What is shared by all connections.</param>
/// <param name="reader">The journal.</param>
/// <param name="changes">Turns events into changes.</param>
internal sealed class LiveSession(string connection, LiveState state, IJournalReader reader, ChangeReader changes)
{
    /// <summary>The most changes that a page may have missed; with more, loading the lists anew is cheaper.</summary>
    public const int MostMissed = 5_000;

    /// <summary>The most changes in one frame.</summary>
    public const int MostPerFrame = 500;

    private readonly Dictionary<ShipmentNumber, int> _sentRows = [];
    private readonly HashSet<string> _caughtUp = [];
    private long _place;
    private string _position = "";
    private long _watchRevision = -1;
    private LiveCounters? _sentCounters;

    /// <summary>Frames until the connection ends.</summary>
    /// <param name="position">The last position that the page has; null where it has none.</param>
    /// <param name="cancellationToken">Ends it.</param>
    public async IAsyncEnumerable<LiveFrame> ReadAsync(string? position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        (_place, _position) = state.Recent.Tip;
        if (position is null)
        {
            yield return Frame(_position, [], []);
        }
        else if (state.Recent.Find(position) is { } place)
        {
            (_place, _position) = (place, position);
        }
        else
        {
            await foreach (var frame in CatchUpAsync(position, cancellationToken))
            {
                yield return frame;
            }
        }

        while (true)
        {
            var changed = state.Changed.Next;
            if (Next() is { } frame)
            {
                yield return frame;
            }
            else
            {
                // A page that goes away is no failure: the stream just ends.
                await changed.WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
                if (cancellationToken.IsCancellationRequested)
                {
                    yield break;
                }
            }
        }
    }

    // The place in the shared changes was taken before the journal is read: whatever is committed meanwhile is in one of
    // both, and what is in both is left out the second time.
    private async IAsyncEnumerable<LiveFrame> CatchUpAsync(string position, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        _position = position;
        var cursor = new FeedCursor(position);
        while (true)
        {
            if (await TryReadAsync(cursor, cancellationToken) is not { } page || _caughtUp.Count + page.Events.Length > MostMissed)
            {
                yield return Resync();
                yield break;
            }

            var missed = await changes.ReadAsync(page.Events, cancellationToken);
            _caughtUp.UnionWith(missed.Select(change => change.Position));
            yield return Frame(page.Next.Text, missed, []);
            cursor = page.Next;
            if (page.Events.Length < MostPerFrame)
            {
                yield break;
            }
        }
    }

    private async ValueTask<FeedPage?> TryReadAsync(FeedCursor cursor, CancellationToken cancellationToken)
    {
        while (true)
        {
            var changed = state.Changed.Next;
            try
            {
                return await reader.ReadFeedAsync(cursor, notableOnly: true, MostPerFrame, cancellationToken);
            }
            catch (Exception exception) when (exception is FeedLostException or FormatException or ArgumentException)
            {
                // Another journal's position, or no position at all: the lists are the only way back.
                return null;
            }
            catch (JournalUnavailableException)
            {
                // The counters raise the signal four times a second, also while the journal cannot be reached.
                await changed.WaitAsync(cancellationToken);
            }
        }
    }

    private LiveFrame? Next()
    {
        if (state.Recent.Read(_place, MostPerFrame) is not { } read)
        {
            return Resync();
        }

        _place = read.Place;
        var fresh = _caughtUp.Count == 0 ? read.Changes : read.Changes.RemoveAll(change => _caughtUp.Contains(change.Position));
        if (read.Changes.Length > 0 && fresh.Length > 0)
        {
            _caughtUp.Clear();
        }

        var rows = NewRows();
        return fresh.IsEmpty && rows.IsEmpty && ReferenceEquals(state.Counters, _sentCounters)
            ? null
            : Frame(_caughtUp.Count == 0 ? read.Position : _position, fresh, rows);
    }

    private ImmutableArray<ShipmentRow> NewRows()
    {
        var revision = state.Watched.Revision;
        if (revision == _watchRevision)
        {
            return [];
        }

        _watchRevision = revision;
        return state.Watched.NewRows(connection, _sentRows);
    }

    private LiveFrame Resync()
    {
        _caughtUp.Clear();
        (_place, var position) = state.Recent.Tip;
        return Frame(position, [], []) with { Resync = true };
    }

    private LiveFrame Frame(string position, ImmutableArray<LiveChange> fresh, ImmutableArray<ShipmentRow> rows)
    {
        var counters = state.Counters;
        var frame = new LiveFrame(
            _position, position, Resync: false, fresh, rows, ReferenceEquals(counters, _sentCounters) ? null : counters);
        (_position, _sentCounters) = (position, counters);
        return frame;
    }
}
