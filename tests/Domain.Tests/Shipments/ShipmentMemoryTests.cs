using CsCheck;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Tests.Shipments;

/// <summary>What is recalled is what was kept, however the states before it were kept.</summary>
public sealed class ShipmentMemoryTests
{
    [Fact]
    public void A_state_recalled_after_each_step_goes_on_as_if_it_had_never_been_laid_down() =>
        Gen.Select(FactGenerator.Sets, Gen.ULong).Sample(
            (facts, arrival) =>
            {
                var dice = new Dice(arrival);
                var (held, memory) = (Given.Nothing, new ShipmentMemory(Given.Nothing));
                foreach (var fact in facts)
                {
                    ImmutableArray<ShipmentEvent> events = dice.OneIn(9)
                        ? [EventOf(fact), new HoldMadeKnown($"F{dice.Next(12)}", Given.CarrierKey, Given.At(dice.Next(90)))]
                        : [EventOf(fact)];
                    held = held.After(events);
                    memory.Keep(memory.Recall().After(events));

                    PictureText.AssertSame(held, memory.Recall());
                    Assert.Equal(held.Version, memory.Recall().Version);
                    Assert.Equal(KeysOf(held), KeysOf(memory.Recall()));
                    Assert.Equal(held.Told, memory.Recall().Told);
                }
            },
            iter: 3_000);

    [Fact]
    public void A_state_kept_in_place_of_one_of_another_history_leaves_nothing_of_it() =>
        Gen.Select(FactGenerator.Sets, FactGenerator.Sets).Sample(
            (first, second) =>
            {
                var memory = new ShipmentMemory(Given.Nothing.After([.. first.Select(EventOf)]));
                var other = Given.Nothing.After([.. second.Select(EventOf)]);
                memory.Keep(other);

                PictureText.AssertSame(other, memory.Recall());
                Assert.Equal(other.Version, memory.Version);
            },
            iter: 1_000);

    private static IEnumerable<UInt128> KeysOf(ShipmentState state) => state.Facts.AsSpan().ToArray().Select(f => f.Key);

    private static ShipmentEvent EventOf(Tracking.Contracts.Facts.Fact fact) => ReceiveRules.Decide(Given.Nothing, [fact]).Events[0];
}
