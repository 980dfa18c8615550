using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Live;
using Tracking.Domain.Consolidations;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal;
using Tracking.Journal.Events;

namespace Tracking.Grains.Shipments;

/// <summary>Where a stream is in the journal.</summary>
/// <param name="Id">Its id; empty before its first append.</param>
/// <param name="Life">Which of the parcels that had the number.</param>
internal readonly record struct StreamPlace(Guid Id, int Life);

/// <summary>From a decision to an append: its events as they are stored, and the rows that change with them.</summary>
internal readonly struct StreamAppends(ShipmentServices services)
{
    /// <summary>Whether it is a box, or was ever in one: others have a say in what the belt is told.</summary>
    public static bool IsOrHasBox(ShipmentState state) => !state.Picture.Boxes.IsEmpty || state.Links.IsBox;

    /// <summary>The append of some events.</summary>
    public Append Compose(StreamPlace place, ShipmentState before, ImmutableArray<ShipmentEvent> events, ShipmentState after, ImmutableArray<PartyRecord> parties)
    {
        var (was, head) = (HeadRules.Of(before), HeadRules.Of(after));
        var facts = 0;
        var encoded = ImmutableArray.CreateBuilder<EncodedEvent>(events.Length);
        foreach (var next in events)
        {
            facts += next is FactEvent ? 1 : 0;
            encoded.Add(EventCodec.Encode(next, ReceiveRules.IsNotable(next, was, head)));
        }

        var stream = place.Id == Guid.Empty ? services.NewId() : place.Id;
        return new Append
        {
            Stream = stream,
            Number = before.Number,
            Life = place.Life,
            ExpectedVersion = before.Version,
            AppendId = services.NewId(),
            Events = encoded.MoveToImmutable(),
            Before = was,
            Head = head,
            Facts = facts,
            Holds = ChangedHolds(before, after),
            Contents = ChangedContents(before, after),
            Deadlines = new StreamDeadlines(services).Changed(before, after, events),
            Outbox = StreamDeadlines.Told(stream, before.Number, before.Version, events),
            Parties = parties.IsDefault ? [] : parties,
            Features = NewFeatures(before, after),
        };
    }

    /// <summary>Facts without the details of their parties, and those details: they stand in rows of their own.</summary>
    public (ImmutableArray<Fact> Facts, ImmutableArray<PartyRecord> Parties) PartParties(ImmutableArray<Fact> facts)
    {
        if (!facts.Any(f => f is Manifest { Parties.IsEmpty: false }))
        {
            return (facts, []);
        }

        var (newId, parties) = ((Func<Guid>)services.NewId, ImmutableArray.CreateBuilder<PartyRecord>());
        var parted = facts.Select(fact =>
        {
            if (fact is not Manifest manifest)
            {
                return fact;
            }

            var (stored, details) = PartyStore.Part(manifest, newId);
            parties.AddRange(details.Select(d => new PartyRecord(d.Key, d.Value)));
            return stored;
        }).ToImmutableArray();
        return (parted, parties.ToImmutable());
    }

    private static ImmutableArray<HoldRow> ChangedHolds(ShipmentState before, ShipmentState after)
    {
        if (before.Picture.Holds.IsEmpty && after.Picture.Holds.IsEmpty)
        {
            return default;
        }

        var (old, now) = (HeadRules.OpenHolds(before), HeadRules.OpenHolds(after));
        return old.SequenceEqual(now) ? default : now;
    }

    private static ImmutableArray<ContentRow> ChangedContents(ShipmentState before, ShipmentState after)
    {
        if (!IsOrHasBox(before) && !IsOrHasBox(after))
        {
            return default;
        }

        var (old, now) = (ContentRules.RowsOf(before), ContentRules.RowsOf(after));
        return old.SequenceEqual(now) ? default : now;
    }

    // Ordinary scans bring none.
    private static ImmutableArray<ulong> NewFeatures(ShipmentState before, ShipmentState after)
    {
        HashSet<ulong>? found = null;
        for (var index = before.Facts.Length; index < after.Facts.Length; index++)
        {
            var features = after.Facts[index].Detail switch
            {
                ManifestDetail manifest => manifest.Features,
                DispatchDetail dispatch => dispatch.Features,
                _ => null,
            };
            (features is null ? found : found ??= [])?.UnionWith(features?.Indexed ?? []);
        }

        return found is null ? default : [.. found];
    }
}
