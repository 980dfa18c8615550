using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments;
using Tracking.Simulator;
using static Tracking.Simulator.Tests.Worlds.Worlds;

namespace Tracking.Simulator.Tests.Worlds;

public sealed class AnswerKeyTests
{
    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 1_080)]
    [InlineData(4, 20)]
    public void What_was_sent_recounts_to_the_answer_key(long seed, double scale)
    {
        var world = new SimulatedWorld(Small(seed, 6_000) with { TimeScale = scale });
        var facts = world.Play().Select(sent => sent.Fact).ToArray();
        new Random((int)seed).Shuffle(facts);

        var counted = PlainCount.Of(facts);

        var expected = world.Summary.Expected;
        Assert.Equal(expected.Shipments, counted.Shipments);
        Assert.Equal(expected.Delivered, counted.Delivered);
        Assert.Equal(expected.Returned, counted.Returned);
        Assert.Equal(expected.Cancelled, counted.Cancelled);
        Assert.Equal(expected.Destroyed, counted.Destroyed);
        Assert.Equal(expected.InTransit, counted.InTransit);
        Assert.Equal(expected.Held, counted.Held);
        Assert.Equal(expected.Seized, counted.Seized);
        Assert.Equal(expected.Released, counted.Released);
        Assert.Equal(expected.Violations, counted.Violations);
        Assert.Equal(
            world.Summary.BySeller.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value.Shipments)),
            counted.BySeller.OrderBy(pair => pair.Key.ToString(), StringComparer.Ordinal).Select(pair => (pair.Key, pair.Value)));
        Assert.True(expected is { Violations: > 0, Seized: > 0, Held: > 0, Returned: > 0, Cancelled: > 0 }, "the world is too tame to prove anything");
    }

    [Theory]
    [InlineData(5, 1)]
    [InlineData(6, 1_080)]
    public void The_products_own_fold_comes_to_the_answer_key(long seed, double scale)
    {
        var world = new SimulatedWorld(Small(seed, 4_000) with { TimeScale = scale });
        var facts = world.Play().Select(sent => sent.Fact).ToArray();
        new Random((int)seed).Shuffle(facts);

        var heads = Folded.Of(facts).Values.Select(state => (state.Picture, Head: HeadRules.Of(state))).ToList();

        var expected = world.Summary.Expected;
        Assert.Equal(expected.Shipments, heads.Count);
        Assert.Equal(expected.Delivered, heads.Count(shipment => shipment.Picture.Status.Main() == TransportStatus.Delivered));
        Assert.Equal(expected.Returned, heads.Count(shipment => shipment.Picture.Status.Main() == TransportStatus.Returned));
        Assert.Equal(expected.InTransit, heads.Count(shipment => shipment.Picture.Status.IsInTransit()));
        Assert.Equal(expected.Held, heads.Count(shipment => shipment.Head.OpenHolds > 0));
        Assert.Equal(expected.Seized, heads.Count(shipment => shipment.Head.Seized));
        Assert.Equal(expected.Released, heads.Count(shipment => shipment.Head.Released));
        Assert.Equal(expected.Violations, heads.Sum(shipment => shipment.Head.Violations));
        Assert.Equal(
            world.Summary.BySeller.Select(pair => (pair.Key.ToString(), pair.Value.Shipments)).Order(),
            heads.Where(shipment => shipment.Picture.Seller is not null).GroupBy(shipment => shipment.Picture.Seller!).Select(seller => (seller.Key, (long)seller.Count())).Order());
    }

    [Fact]
    public void At_real_rates_few_parcels_are_seized()
    {
        var world = new SimulatedWorld(Small(11, 200_000) with { RateMultiplier = 1, BadSellerVolume = 0.003, ShipmentsPerHour = 1_000, TimeScale = 10 });
        foreach (var _ in world.Play())
        {
        }

        // One in 20,000 to 50,000: four to ten expected, with chance's margin.
        Assert.InRange(world.Summary.Expected.Seized, 1, 18);
    }
}
