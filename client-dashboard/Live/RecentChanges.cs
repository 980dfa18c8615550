using System.Collections.Immutable;
using Tracking.Contracts.Live;

namespace Tracking.Dashboard.Live;

/// <summary>
/// The latest notable changes, shared by all connections: each has a place in it and reads at its own pace. Memory does
/// not grow with slow readers; one whose place was overwritten has to load its lists anew.
/// </summary>
internal sealed class RecentChanges
{
    /// <summary>How many changes are kept; a connection may lag behind by so many.</summary>
    public const int Kept = 5_000;

    private readonly Lock _gate = new();
    private readonly LiveChange[] _ring = new LiveChange[Kept];
    private long _first;
    private long _end;
    private string _position = "";

    /// <summary>The place after the newest change, and the feed's position there.</summary>
    public (long Place, string Position) Tip
    {
        get
        {
            lock (_gate)
            {
                return (_end, _position);
            }
        }
    }

    /// <summary>Adds what the feed brought.</summary>
    /// <param name="changes">Changes in the feed's order.</param>
    /// <param name="position">The feed's position after them.</param>
    public void Append(ImmutableArray<LiveChange> changes, string position)
    {
        lock (_gate)
        {
            foreach (var change in changes)
            {
                _ring[_end++ % Kept] = change;
            }

            _first = Math.Max(_first, _end - Kept);
            _position = position;
        }
    }

    /// <summary>The feed begins anew elsewhere: every reader's place is lost.</summary>
    /// <param name="position">Where it begins.</param>
    public void Restart(string position)
    {
        lock (_gate)
        {
            _first = ++_end;
            _position = position;
        }
    }

    /// <summary>Reads on from a place.</summary>
    /// <param name="place">A place that this object gave.</param>
    /// <param name="max">At most so many changes.</param>
    /// <returns>The changes, the place after them and the feed's position there; null where the place was overwritten.</returns>
    public (ImmutableArray<LiveChange> Changes, long Place, string Position)? Read(long place, int max)
    {
        lock (_gate)
        {
            if (place < _first)
            {
                return null;
            }

            var end = Math.Min(_end, place + max);
            var changes = ImmutableArray.CreateBuilder<LiveChange>((int)(end - place));
            for (var at = place; at < end; at++)
            {
                changes.Add(_ring[at % Kept]);
            }

            return (changes.MoveToImmutable(), end, end == _end ? _position : _ring[(end - 1) % Kept].Position);
        }
    }

    /// <summary>Finds the place of a position that a page names, without asking the journal.</summary>
    /// <param name="position">A change's position, or the tip's.</param>
    public long? Find(string position)
    {
        lock (_gate)
        {
            if (position == _position)
            {
                return _end;
            }

            for (var at = _end - 1; at >= _first; at--)
            {
                if (_ring[at % Kept].Position == position)
                {
                    return at + 1;
                }
            }

            return null;
        }
    }
}
