using System.Collections.Immutable;
using System.Runtime.InteropServices;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Grains.Shipments;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Ingest;

/// <summary>The items of a request, or of a part of it, in their order; used again for the next one.</summary>
internal sealed class FactBatch
{
    private readonly Dictionary<ShipmentNumber, int> _groupOf = [];
    private IntakeItem[] _items = new IntakeItem[16];
    private int[] _next = [];
    private FactGroup[] _groups = new FactGroup[16];
    private ArrivingFacts[] _arriving = new ArrivingFacts[16];
    private int _groupCount;

    /// <summary>The items.</summary>
    public Span<IntakeItem> Items => _items.AsSpan(0, Count);

    public int Count { get; private set; }

    /// <summary>How many of them are facts on their way to the journal.</summary>
    public int Facts { get; private set; }

    /// <summary>The facts by shipment, after <see cref="Group"/>.</summary>
    public Span<FactGroup> Groups => _groups.AsSpan(0, _groupCount);

    /// <summary>The same groups as shipments take them in.</summary>
    public Memory<ArrivingFacts> Arriving => _arriving.AsMemory(0, _groupCount);

    /// <summary>Adds what was read; refuses at the door what the caller may not say.</summary>
    public void Add(long number, in FactReading reading, Partner partner)
    {
        if (Count == _items.Length)
        {
            Array.Resize(ref _items, 2 * Count);
        }

        ref var item = ref _items[Count++];
        item = new IntakeItem { Number = number, Fact = reading.Fact, Complaints = reading.Complaints, Broken = reading.Broken };
        if (reading.Fact is not { } fact)
        {
            item.Outcome = new FactOutcome(FactResult.Rejected, "", FactRefusal.Malformed, 0);
        }
        else if (partner.SpeaksFor(fact))
        {
            Facts++;
        }
        else
        {
            item.Fact = null;
            item.Outcome = new FactOutcome(FactResult.Rejected, fact.Id ?? "", FactRefusal.NotEntitled, 0);
            item.Complaints = [NotEntitled(fact, partner)];
        }
    }

    /// <summary>Puts the facts of each shipment together, in their order.</summary>
    public void Group()
    {
        _groupOf.Clear();
        _groupCount = 0;
        if (_next.Length < Count)
        {
            _next = new int[_items.Length];
        }

        for (var i = 0; i < Count; i++)
        {
            if (_items[i].Fact is not { } fact)
            {
                continue;
            }

            _next[i] = -1;
            ref var group = ref CollectionsMarshal.GetValueRefOrAddDefault(_groupOf, fact.Number, out var known);
            if (known)
            {
                ref var present = ref _groups[group];
                _next[present.Last] = i;
                present.Last = i;
                present.Count++;
            }
            else
            {
                group = AddGroup(i);
            }
        }

        for (var i = 0; i < _groupCount; i++)
        {
            _arriving[i] = new ArrivingFacts(_items[_groups[i].First].Fact!.Number, FactsOf(_groups[i]));
        }
    }

    /// <summary>Notes what became of the facts of each group; busy where it could not be made durable.</summary>
    public void Settle()
    {
        for (var i = 0; i < _groupCount; i++)
        {
            var outcomes = _arriving[i].Outcomes;
            var at = _groups[i].First;
            for (var fact = 0; fact < _groups[i].Count; fact++, at = _next[at])
            {
                _items[at].Outcome = outcomes.IsDefault ? Busy(_items[at].Fact!) : outcomes[fact];
            }
        }
    }

    /// <summary>Notes that none of the facts was taken.</summary>
    public void SettleBusy()
    {
        foreach (ref var item in Items)
        {
            if (item.Fact is { } fact)
            {
                item.Outcome = Busy(fact);
            }
        }
    }

    /// <summary>Forgets everything, for the next use.</summary>
    public void Clear()
    {
        Items.Clear();
        Groups.Clear();
        Arriving.Span.Clear();
        _groupOf.Clear();
        _groupCount = 0;
        Count = 0;
        Facts = 0;
    }

    private static FactOutcome Busy(Fact fact) => new(FactResult.Rejected, fact.Id ?? "", FactRefusal.Busy, 0);

    private static Complaint NotEntitled(Fact fact, Partner partner)
    {
        var (field, what) = fact switch
        {
            Dispatch => ("/marketplace", "marketplace"),
            Decision when fact.Source != fact.Number.Carrier => ("/authority", "authority"),
            Decision => ("/authority", "carrier"),
            _ => ("/carrier", "carrier"),
        };
        return new Complaint(
            field,
            $"speaks for the {what} {fact.Source}, for which this key may not speak",
            $"Use the key of {fact.Source}. This key may speak for {partner.Rights}.");
    }

    // In the order of the request.
    private ImmutableArray<Fact> FactsOf(in FactGroup group)
    {
        var facts = new Fact[group.Count];
        var at = group.First;
        for (var i = 0; i < facts.Length; i++)
        {
            facts[i] = _items[at].Fact!;
            at = _next[at];
        }

        return ImmutableCollectionsMarshal.AsImmutableArray(facts);
    }

    private int AddGroup(int first)
    {
        if (_groupCount == _groups.Length)
        {
            Array.Resize(ref _groups, 2 * _groupCount);
            Array.Resize(ref _arriving, 2 * _groupCount);
        }

        _groups[_groupCount] = new FactGroup { First = first, Last = first, Count = 1 };
        return _groupCount++;
    }
}
