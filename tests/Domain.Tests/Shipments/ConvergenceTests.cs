using System.Globalization;
using CsCheck;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Sellers;
using Tracking.Domain.Sellers;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Tests.Shipments;

/// <summary>The state is a function of the set of facts, not of their arrival.</summary>
public sealed class ConvergenceTests
{
    private const int Sets = 10_000;

    [Fact]
    public void Any_order_duplication_and_batching_ends_in_the_same_picture_head_and_tallies()
    {
        Gen.Select(FactGenerator.Sets, Gen.ULong).Sample(
            (facts, arrival) =>
            {
                var dice = new Dice(arrival);
                var once = new History(Given.Nothing);
                once.Receive([.. facts]);
                var mixed = new History(Given.Nothing);
                Arrive(mixed, facts, dice);

                PictureText.AssertSame(once.State, mixed.State);
                Assert.Equal(once.Totals, mixed.Totals);
            },
            iter: Sets,
            print: value => Describe(value.Item1));
    }

    [Fact]
    public void What_the_carrier_was_told_may_come_between_any_facts()
    {
        Gen.Select(FactGenerator.Sets, Gen.ULong).Sample(
            (facts, arrival) =>
            {
                var dice = new Dice(arrival);
                var told = new ShipmentEvent[] { new HoldMadeKnown($"F{dice.Next(12)}", Given.CarrierKey, Given.At(dice.Next(90))), new HoldMadeKnown($"F{dice.Next(12)}", Given.CarrierKey, Given.At(dice.Next(90))) };
                var events = facts.Select(EventOf).Concat(told).ToArray();
                var expected = Given.Nothing.After([.. events]);
                dice.Shuffle<ShipmentEvent>(events);

                PictureText.AssertSame(expected, Given.Nothing.After([.. events]));
            },
            iter: Sets / 3,
            print: value => Describe(value.Item1));
    }

    [Fact]
    public void Events_applied_one_by_one_and_at_once_end_in_the_same_state()
    {
        FactGenerator.Sets.Sample(
            facts =>
            {
                var events = facts.Select(EventOf).ToImmutableArray();
                var byOne = events.Aggregate(Given.Nothing, (state, next) => state.After([next]));
                var atOnce = Given.Nothing.After(events);

                PictureText.AssertSame(atOnce, byOne);
                Assert.Equal(atOnce.Version, byOne.Version);
            },
            iter: Sets / 3,
            print: Describe);
    }

    private static void Arrive(History history, Fact[] facts, Dice dice)
    {
        // Every fact comes once, some of them twice or three times.
        var all = facts.Concat(facts.Where(_ => dice.OneIn(4))).Concat(facts.Where(_ => dice.OneIn(8))).ToArray();
        dice.Shuffle<Fact>(all);
        for (var at = 0; at < all.Length;)
        {
            var size = 1 + dice.Next(6);
            history.Receive([.. all.Skip(at).Take(size)]);
            at += size;
        }
    }

    private static ShipmentEvent EventOf(Fact fact) => ReceiveRules.Decide(Given.Nothing, [fact]).Events[0];

    private static string Describe(Fact[] facts) => string.Join(Environment.NewLine, facts.Select(f => string.Create(CultureInfo.InvariantCulture, $"{f}")));

    private sealed class History(ShipmentState start)
    {
        public ShipmentState State { get; private set; } = start;

        private readonly Dictionary<string, SellerCounts> totals = new(StringComparer.Ordinal);

        public IEnumerable<KeyValuePair<string, SellerCounts>> Totals => totals.Where(t => t.Value != default).OrderBy(t => t.Key, StringComparer.Ordinal);

        public void Receive(ImmutableArray<Fact> facts)
        {
            var events = ReceiveRules.Decide(State, facts).Events;
            var after = State.After(events);
            Tally.Include(totals, HeadRules.Of(State), HeadRules.Of(after), events.Length);
            State = after;
        }
    }
}
