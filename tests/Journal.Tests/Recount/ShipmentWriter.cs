using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal.Events;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Recount;

/// <summary>Writes facts as the shipments' grains do: decide, fold, append with the rows that follow.</summary>
internal sealed class ShipmentWriter(IJournalStore store)
{
    private readonly Dictionary<ShipmentNumber, (Guid Stream, ShipmentState State)> shipments = [];

    public int Facts { get; private set; }

    public async Task WriteAsync(int slot, params IEnumerable<Fact> facts)
    {
        var appends = new List<Append>();
        foreach (var shipment in facts.GroupBy(fact => fact.Number))
        {
            if (Compose(shipment.Key, [.. shipment]) is { } append)
            {
                appends.Add(append);
            }
        }

        appends.Sort((left, right) => left.Stream.CompareTo(right.Stream));
        Assert.All(await store.CommitAsync(appends, slot, default), result => Assert.Equal(AppendResult.Committed, result));
        Facts += appends.Sum(append => append.Facts);
    }

    private Append? Compose(ShipmentNumber number, ImmutableArray<Fact> facts)
    {
        var (stream, before) = shipments.TryGetValue(number, out var known) ? known : (Stream(), ShipmentState.Empty(number, CarrierRules.Default));
        var decision = ReceiveRules.Decide(before, facts);
        if (decision.Events.IsEmpty)
        {
            return null;
        }

        var after = before.After(decision.Events, decision.Marks);
        var (headBefore, head) = (HeadRules.Of(before), HeadRules.Of(after));
        shipments[number] = (stream, after);
        return new Append
        {
            Stream = stream,
            Number = number,
            ExpectedVersion = before.Version,
            AppendId = Guid.NewGuid(),
            Events = [.. decision.Events.Select(value => EventCodec.Encode(value, ReceiveRules.IsNotable(value, headBefore, head)))],
            Before = headBefore,
            Head = head,
            Facts = decision.Events.Count(value => value is FactEvent),
            Deadlines = DeadlineSteps.Rows(before, Law.Library) is var old && DeadlineSteps.Rows(after, Law.Library) is var now && old.SequenceEqual(now) ? default : now,
            Holds = HeadRules.OpenHolds(before).SequenceEqual(HeadRules.OpenHolds(after)) ? default : HeadRules.OpenHolds(after),
        };
    }
}
