using System.Collections.Concurrent;
using System.Collections.Immutable;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;

namespace Tracking.Dashboard.Live;

/// <summary>Which shipments the connections have on their screens, and the newest row known of each.</summary>
internal sealed class WatchedShipments
{
    /// <summary>The most shipments that one connection may watch.</summary>
    public const int MostPerConnection = 200;

    private readonly ConcurrentDictionary<string, ImmutableArray<ShipmentNumber>> _byConnection = new();
    private readonly ConcurrentDictionary<ShipmentNumber, ShipmentRow> _rows = new();
    private long _revision;

    /// <summary>Grows with every new row and every change of what is watched.</summary>
    public long Revision => Interlocked.Read(ref _revision);

    /// <summary>Sets what a connection watches, in place of what it watched before.</summary>
    /// <param name="connection">The connection's id.</param>
    /// <param name="numbers">At most <see cref="MostPerConnection"/> numbers.</param>
    public void Watch(string connection, ImmutableArray<ShipmentNumber> numbers)
    {
        _byConnection[connection] = numbers;
        Interlocked.Increment(ref _revision);
    }

    /// <summary>A connection is gone.</summary>
    /// <param name="connection">The connection's id.</param>
    public void Forget(string connection) => _byConnection.TryRemove(connection, out _);

    /// <summary>Everything that anybody watches, each once.</summary>
    public ImmutableHashSet<ShipmentNumber> All() => _byConnection.Values.SelectMany(numbers => numbers).ToImmutableHashSet();

    /// <summary>Takes over what was read, and drops rows that nobody watches any more.</summary>
    /// <param name="watched">What was asked for.</param>
    /// <param name="rows">What was found.</param>
    /// <returns>Whether any row is newer than before.</returns>
    public bool Update(ImmutableHashSet<ShipmentNumber> watched, ImmutableArray<ShipmentRow> rows)
    {
        var newer = false;
        foreach (var row in rows)
        {
            if (ShipmentNumber.TryCreate(row.Carrier, row.Number, out var number)
                && (!_rows.TryGetValue(number, out var known) || known.Version != row.Version))
            {
                _rows[number] = row;
                newer = true;
            }
        }

        foreach (var number in _rows.Keys.Where(number => !watched.Contains(number)))
        {
            _rows.TryRemove(number, out _);
        }

        if (newer)
        {
            Interlocked.Increment(ref _revision);
        }

        return newer;
    }

    /// <summary>Rows of a connection's shipments that it does not have yet; notes that it has them from now on.</summary>
    /// <param name="connection">The connection's id.</param>
    /// <param name="sent">The versions that it has; shipments that it no longer watches are dropped from it.</param>
    public ImmutableArray<ShipmentRow> NewRows(string connection, Dictionary<ShipmentNumber, int> sent)
    {
        if (!_byConnection.TryGetValue(connection, out var numbers))
        {
            return [];
        }

        var rows = ImmutableArray.CreateBuilder<ShipmentRow>();
        var now = new Dictionary<ShipmentNumber, int>(numbers.Length);
        foreach (var number in numbers)
        {
            if (_rows.TryGetValue(number, out var row))
            {
                if (!sent.TryGetValue(number, out var version) || version != row.Version)
                {
                    rows.Add(row);
                }

                now[number] = row.Version;
            }
        }

        sent.Clear();
        foreach (var (number, version) in now)
        {
            sent[number] = version;
        }

        return rows.ToImmutable();
    }
}
