using System.Collections.Immutable;
using CsCheck;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Domain.Orders;
using Tracking.Domain.Shipments;

namespace Tracking.Domain.Tests.Orders;

/// <summary>What the index finds is what a person finds who reads every order.</summary>
public sealed class OrderIndexTests
{
    private static readonly string[] Brands = ["Rolax", "Guci", "Ardidas"];
    private static readonly string[] Nouns = ["watch", "handbag", "shoe", "belt"];
    private static readonly string[] Countries = ["CN", "TR", "US"];
    private static readonly string[] Codes = ["9102", "910211", "4202", "42"];

    private static readonly Gen<OrderMatches> Matches =
        Gen.Select(Gen.Int[0, 511], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[1, 20]).Select((mask, brand, noun, country, code, above) => new OrderMatches
        {
            Brand = (mask & 1) != 0 ? Brands[brand] : null,
            Words = (mask & 2) != 0 ? [Nouns[noun]] : [],
            From = (mask & 4) != 0 ? Countries[country] : null,
            Hs = (mask & 8) != 0 ? Codes[code] : null,
            Seller = (mask & 16) != 0 ? SellerKey.Parse($"bazaar/s{brand}") : null,
            Carrier = (mask & 32) != 0 ? (brand == 0 ? "acme" : "other") : null,
            Flight = (mask & 64) != 0 ? $"XY {noun}" : null,
            Value = (mask & 128) != 0 || (mask & 127) == 0 ? new OrderValue("USD", above * 10) : null,
            Consignee = (mask & 256) != 0 ? "Ann Example" : null,
        });

    private static readonly Gen<Parcel> Parcels =
        Gen.Select(Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[1, 20], Gen.Int[0, 3]).Select((brand, noun, country, code, value, seller) =>
        {
            var manifest = Given.Manifest(1, Countries[country], "US") with
            {
                Goods = [new GoodsLine { Description = noun == 0 ? "New watches" : $"New {Nouns[noun]}s", Brand = Brands[brand].ToUpperInvariant(), HsCode = Codes[code], Value = value * 10, Currency = "USD", WeightKg = 1 }],
                Conveyance = $"xy{noun}",
                Parties = [new Party(PartyRole.Consignee, null, "US", new PartyDetails { Name = brand == 0 ? "EXAMPLE Ann" : "Bob Other" })],
            };
            var dispatch = seller == 3 ? null : Given.Dispatch(2, $"bazaar/s{seller}");
            return new Parcel(manifest, Nouns[noun], dispatch?.Seller, dispatch is null ? Given.Facts(manifest) : Given.Facts(manifest, dispatch));
        });

    [Fact]
    public void The_index_finds_what_a_naive_matcher_finds() => Gen.Select(Matches.Array[0, 40], Gen.Int[0, 100].Array[0, 20], Parcels).Sample(
        (matches, removed, parcel) =>
        {
            var index = new OrderIndex();
            var standing = new Dictionary<string, OrderInForce>();
            foreach (var (place, match) in matches.Index())
            {
                var order = new OrderInForce(Order($"o{place}", match), place + 1, []);
                index.Set(order);
                standing[order.Order.Key] = order;
            }

            foreach (var gone in removed)
            {
                index.Remove($"us-cbp/o{gone}");
                standing.Remove($"us-cbp/o{gone}");
            }

            var found = OrderRules.Matching(parcel.State, index);
            Assert.Equal(standing.Values.Where(o => Fits(o.Order.Matches, parcel)).Select(o => o.Order.Key).Order(), found.Select(o => o.Order.Key).Order());
            Assert.Equal(standing.Count, index.Count);
        },
        iter: 3_000,
        seed: "0000KxJbNrQ4");

    [Fact]
    public void What_cannot_concern_a_shipment_changes_nothing_of_it() => Gen.Select(Matches.Array[0, 10], Matches, Parcels).Sample(
        (matches, placed, parcel) =>
        {
            var index = new OrderIndex();
            foreach (var (place, match) in matches.Index())
            {
                index.Set(new OrderInForce(Order($"o{place}", match), place + 1, []));
            }

            var before = OrderRules.Reconcile(parcel.State, index, at: 0);
            var order = new OrderInForce(Order("new", placed), matches.Length + 1, []);
            index.Set(order);
            var after = OrderRules.Reconcile(parcel.State, index, at: 0);
            Assert.Equal(Fits(placed, parcel), OrderRules.MayConcern(parcel.State, order));
            Assert.True(OrderRules.MayConcern(parcel.State, order) || before.SequenceEqual(after));

            // The lifting concerns whom the placing concerned, also where the terms fit no more.
            Assert.True(after.IsEmpty || !Fits(placed, parcel) || OrderRules.MayConcern(parcel.State.After(after), order));
        },
        iter: 3_000,
        seed: "0000KxJbNrQ5");

    [Theory]
    [InlineData("Men's leather WATCHES", "watch", true)]
    [InlineData("watching", "watches", true)]
    [InlineData("handbags", "Handbag", true)]
    [InlineData("watchmaker", "watch", false)]
    [InlineData("sapatos São Paulo", "SAO", true)]
    public void Words_are_found_in_any_form(string description, string word, bool found)
    {
        var stems = NormalText.StemsOf(description);
        Assert.Equal(found, NormalText.StemsOf(word).All(stems.Contains));
    }

    [Theory]
    [InlineData("Chen, Wei", "WEI CHEN", true)]
    [InlineData("José Núñez", "nunez jose", true)]
    [InlineData("1 Main Street", "Main Street 1", true)]
    [InlineData("Wei Chen", "Wei Cheng", false)]
    public void Names_are_the_same_whatever_their_order_case_and_accents(string left, string right, bool same) =>
        Assert.Equal(same, NormalText.OfName(left) == NormalText.OfName(right));

    [Fact]
    public void Of_orders_that_share_a_key_each_lies_under_its_rarer_one()
    {
        var index = new OrderIndex();
        for (var i = 0; i < 20_000; i++)
        {
            index.Set(new OrderInForce(Order($"o{i}", new OrderMatches { From = "CN", Brand = $"brand{i}" }), i + 1, []));
        }

        var found = OrderRules.Matching(Given.Facts(Given.Manifest(1) with { Goods = [new GoodsLine { Description = "x", Brand = "brand77" }] }), index);
        Assert.Equal("us-cbp/o77", Assert.Single(found).Order.Key);
    }

    private static StandingOrder Order(string id, OrderMatches matches) => new()
    {
        Owner = "us-cbp",
        Id = id,
        Effect = OrderEffect.Hold,
        Matches = matches,
        Reason = "test",
        Source = "test",
        Sharing = SharingMark.Green,
        Confidence = 50,
        PlacedAt = Given.Noon,
        PlacedBy = new Actor("us-cbp", "test", ActorRole.Partner),
    };

    // Written without hashes and indexes, from what was said.
    private static bool Fits(OrderMatches matches, Parcel parcel)
    {
        var line = parcel.Manifest.Goods[0];
        return (matches.Brand is null || string.Equals(matches.Brand, line.Brand, StringComparison.OrdinalIgnoreCase))
            && matches.Words.All(word => word == parcel.Noun)
            && (matches.From is null || matches.From == parcel.Manifest.Origin!.Country)
            && (matches.Hs is null || line.HsCode!.StartsWith(matches.Hs, StringComparison.Ordinal))
            && (matches.Seller is null || matches.Seller == parcel.Seller)
            && (matches.Carrier is null || matches.Carrier == parcel.Manifest.Number.Carrier)
            && (matches.Flight is null || matches.Flight.Replace(" ", "", StringComparison.Ordinal).Equals(parcel.Manifest.Conveyance, StringComparison.OrdinalIgnoreCase))
            && (matches.Value is null || line.Value / line.WeightKg > matches.Value.Above)
            && (matches.Consignee is null || parcel.Manifest.Parties[0].Details!.Name == "EXAMPLE Ann");
    }

    private sealed record Parcel(Manifest Manifest, string Noun, SellerKey? Seller, ShipmentState State);
}
