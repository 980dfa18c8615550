using Tracking.Contracts.Facts;
using Tracking.Simulator;
using static Tracking.Simulator.Tests.Worlds.Worlds;

namespace Tracking.Simulator.Tests.Worlds;

public sealed class WorldTests
{
    [Fact]
    public void Equal_options_give_equal_sequences()
    {
        var one = new SimulatedWorld(Small()).Play().Select(Describe);
        var other = new SimulatedWorld(Small()).Play().Select(Describe);

        Assert.Equal(one, other);
    }

    [Fact]
    public void Another_seed_gives_other_numbers()
    {
        var one = new SimulatedWorld(Small(1)).Play().Select(sent => sent.Fact.Number).ToHashSet();
        var other = new SimulatedWorld(Small(2)).Play().Select(sent => sent.Fact.Number);

        Assert.DoesNotContain(other, one.Contains);
    }

    [Fact]
    public void Facts_come_in_the_order_in_which_they_are_sent()
    {
        var last = DateTimeOffset.MinValue;
        foreach (var sent in new SimulatedWorld(Small()).Play())
        {
            Assert.True(sent.SendAt >= last, $"{sent.Fact.Number} at {sent.SendAt:O} after {last:O}");
            last = sent.SendAt;
        }
    }

    [Fact]
    public void An_id_belongs_to_one_fact_of_its_source()
    {
        var contents = new Dictionary<(string Source, string Id), string>();
        foreach (var sent in new SimulatedWorld(Small()).Play().Where(sent => sent.Fact.Id is not null))
        {
            var content = Describe(sent with { SendAt = default, Repeated = false, Fact = sent.Fact with { ReceivedAt = 0 } });
            Assert.Equal(!sent.Repeated, contents.TryAdd((sent.Fact.Source, sent.Fact.Id!), content));
            Assert.Equal(contents[(sent.Fact.Source, sent.Fact.Id!)], content);
        }
    }

    [Fact]
    public void A_correction_names_a_fact_of_its_source_that_was_sent()
    {
        var known = new HashSet<(string, string?)>();
        var facts = new SimulatedWorld(Small()).Play().Select(sent => sent.Fact).ToList();
        known.UnionWith(facts.Select(fact => (fact.Source, fact.Id)));

        var corrections = facts.Where(fact => fact.Corrects is not null).ToList();
        Assert.NotEmpty(corrections);
        Assert.All(corrections, fact => Assert.Contains((fact.Source, fact.Corrects), known));
        Assert.Contains(corrections, fact => fact.Withdraws);
    }

    [Fact]
    public void Bad_sellers_come_back_under_other_names()
    {
        var world = new SimulatedWorld(Small(shipments: 20_000) with { BadAccountLife = TimeSpan.FromDays(2) });
        foreach (var _ in world.Play())
        {
        }

        var returned = world.Accounts.Where(account => account.Bad).GroupBy(account => account.Operator).Where(group => group.Count() > 1).ToList();
        Assert.NotEmpty(returned);
        Assert.All(returned, group => Assert.True(group.Select(account => account.Key).Distinct().Count() == group.Count()));
        Assert.All(world.Accounts, account => Assert.False(string.IsNullOrEmpty(account.Key.Account)));
    }

    [Fact]
    public void Duplicates_lie_between_one_and_three_in_a_hundred()
    {
        var world = new SimulatedWorld(Small(shipments: 5_000));
        foreach (var _ in world.Play())
        {
        }

        Assert.InRange((double)world.Summary.Repeated / world.Summary.Sent, 0.01, 0.03);
        Assert.Equal(world.Summary.Sent, world.Summary.Scans + world.Summary.Manifests + world.Summary.Dispatches + world.Summary.Decisions);
    }

    [Theory]
    [InlineData(1, 0.005, 0.02)]
    [InlineData(10, 0.08, 0.13)]
    [InlineData(1_000, 0.25, 0.40)]
    public void Holds_follow_the_multiplier_up_to_a_ceiling(double multiplier, double least, double most)
    {
        var world = new SimulatedWorld(Small(shipments: 15_000) with { RateMultiplier = multiplier, BadSellerVolume = 0.003 });
        var presented = new HashSet<string>();
        var held = new HashSet<string>();
        foreach (var decision in world.Play().Select(sent => sent.Fact).OfType<Decision>())
        {
            _ = decision.Kind switch
            {
                DecisionKind.Presented => presented.Add(decision.Number.Number),
                DecisionKind.HoldPlaced when decision.Source != decision.Number.Carrier => held.Add(decision.Number.Number),
                _ => false,
            };
        }

        Assert.InRange((double)held.Count / presented.Count, least, most);
    }

    [Fact]
    public void A_million_facts_take_bounded_memory()
    {
        var options = Small() with { Shipments = null, ShipmentsPerHour = 20_000, TimeScale = 1_000 };
        var world = new SimulatedWorld(options);
        var most = 0;
        foreach (var _ in world.Play().Take(1_000_000))
        {
            most = Math.Max(most, world.Pending);
        }

        // 20,000 an hour at a thousandfold speed: some 3,000 journeys under way, each with a score of facts at most.
        Assert.InRange(most, 1_000, 60_000 * 2);
    }

    [Fact]
    public void Compressed_time_never_tells_of_the_future()
    {
        var world = new SimulatedWorld(Small() with { TimeScale = 1_080 });
        Assert.All(world.Play(), sent => Assert.True(sent.Fact.OccurredAt.ToDateTimeOffset() < sent.SendAt.AddMinutes(10)));
    }

    [Theory]
    [InlineData(nameof(WorldOptions.ShipmentsPerHour))]
    [InlineData(nameof(WorldOptions.Shipments))]
    [InlineData(nameof(WorldOptions.TimeScale))]
    [InlineData(nameof(WorldOptions.RateMultiplier))]
    [InlineData(nameof(WorldOptions.BadSellerVolume))]
    public void An_option_out_of_range_is_named(string name)
    {
        var options = name switch
        {
            nameof(WorldOptions.ShipmentsPerHour) => Small() with { ShipmentsPerHour = double.NaN },
            nameof(WorldOptions.Shipments) => Small() with { Shipments = 0 },
            nameof(WorldOptions.TimeScale) => Small() with { TimeScale = 0.5 },
            nameof(WorldOptions.RateMultiplier) => Small() with { RateMultiplier = -1 },
            _ => Small() with { BadSellerVolume = 0.9 },
        };

        var refusal = Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedWorld(options));
        Assert.Equal(name, refusal.ParamName);
    }

    [Fact]
    public void A_world_too_full_for_memory_is_refused() =>
        Assert.Contains("waiting", Assert.Throws<ArgumentOutOfRangeException>(() => new SimulatedWorld(Small() with { Shipments = null, ShipmentsPerHour = 1_000_000 })).Message, StringComparison.Ordinal);

    // Records print their lists by type name only: spelt out here.
    private static string Describe(SimulatedFact sent) => sent + sent.Fact switch
    {
        Scan scan => $" {scan}",
        Manifest manifest => string.Join(';', manifest.Pieces) + string.Join(';', manifest.Goods) + string.Join(';', manifest.Parties),
        Dispatch dispatch => string.Join(';', dispatch.Goods),
        Decision decision => string.Join(';', decision.Pieces),
        _ => "",
    };
}
