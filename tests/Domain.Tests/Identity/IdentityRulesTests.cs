using CsCheck;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Identity;
using Tracking.Domain.Identity.Names;

namespace Tracking.Domain.Tests.Identity;

/// <summary>What joins two sellers, and what does not.</summary>
public sealed class IdentityRulesTests
{
    private static readonly MarkHasher Hasher = new([new byte[MarkHasher.ShortestKey]]);
    private static readonly LinkThresholds Thresholds = new(0.2, 0.75);

    [Theory]
    [InlineData(MarkKind.Phone, "+86 138 0013 8000", "008613800138000", "CN")]
    [InlineData(MarkKind.Phone, "138 0013 8000", "+8613800138000", "CN")]
    [InlineData(MarkKind.Email, "Wei.Chen+shop@GoogleMail.com", "weichen@gmail.com", null)]
    [InlineData(MarkKind.Email, "a+1@outlook.com", "A@outlook.com", null)]
    [InlineData(MarkKind.Address, "Rm. 5, Bldg 7, Star Rd 12, Shenzhen", "Star Road 12, Building 7, Room 5, SHENZHEN", null)]
    [InlineData(MarkKind.Payment, "DE89 3704 0044 0532 0130 00", "de89370400440532013000", null)]
    public void Marks_that_mean_the_same_are_equal(MarkKind kind, string left, string right, string? country)
    {
        Assert.NotEmpty(Hasher.Marks(kind, left, country));
        Assert.Equal(Hasher.Marks(kind, left, country).AsEnumerable(), Hasher.Marks(kind, right, country).AsEnumerable());
    }

    [Theory]
    [InlineData(MarkKind.Phone, "call me")]
    [InlineData(MarkKind.Email, "nobody")]
    [InlineData(MarkKind.Address, "Shenzhen")]
    [InlineData(MarkKind.Payment, "1")]
    public void What_is_no_mark_of_its_kind_gives_none(MarkKind kind, string text) => Assert.Empty(Hasher.Marks(kind, text));

    [Fact]
    public void A_mark_that_many_have_says_less_and_in_the_end_nothing()
    {
        Gen.Select(Gen.Enum<MarkKind>(), Gen.Int[0, 100]).Sample((kind, others) =>
            IdentityRules.BitsOf(kind, others) >= IdentityRules.BitsOf(kind, others + 1) && IdentityRules.BitsOf(kind, IdentityRules.MostOthers) == 0);
        Assert.True(Likelihood(0) > Thresholds.LinkAt);
        Assert.True(Likelihood(20) < Thresholds.ProposeAt);

        static double Likelihood(int others) => IdentityRules.Weigh(Seller("a/1", "Brightway Trading"), Seller("b/2", "Jade Harvest Outlet"), _ => others, NameModel.Shipped).Likelihood;
    }

    [Fact]
    public void A_hash_by_any_of_two_keys_joins_while_keys_are_changed()
    {
        var old = new MarkHasher([new byte[MarkHasher.ShortestKey]]);
        var both = new MarkHasher([[.. Enumerable.Repeat((byte)7, MarkHasher.ShortestKey)], new byte[MarkHasher.ShortestKey]]);
        Assert.Contains(old.Marks(MarkKind.Phone, "+8613800138000").Single(), both.Marks(MarkKind.Phone, "+86 138 0013 8000"));
    }

    [Fact]
    public void A_name_is_compared_the_same_both_ways_and_no_text_breaks_it() =>
        Gen.Select(Gen.String, Gen.String).Sample((left, right) =>
        {
            var (one, other) = (ComparableName.Of(left), ComparableName.Of(right));
            var likelihood = NameModel.Shipped.Likelihood(one, other);
            return likelihood is >= 0 and <= 1 && Math.Abs(likelihood - NameModel.Shipped.Likelihood(other, one)) < 1e-9;
        });

    [Theory]
    [InlineData("Володимир Зеленський", "Volodymyr Zelenskyy", true)]
    [InlineData("Brightway Trading Co., Ltd.", "BRIGHTWAY TRADING LIMITED", true)]
    [InlineData("Chen Wei", "Wei Chen", true)]
    [InlineData("Brightway Trading", "Jade Harvest Outlet", false)]
    public void Names_across_scripts_orders_and_legal_forms(string left, string right, bool same) =>
        Assert.Equal(same, NameModel.Shipped.Likelihood(ComparableName.Of(left), ComparableName.Of(right)) >= NameModel.Threshold);

    [Fact]
    public void A_refuted_link_is_proposed_again_on_new_evidence_only_and_never_linked_by_a_machine()
    {
        var phone = new LinkScore(0.9, [new Evidence("phone", 15, [1], 0)]);
        var refuted = new SellerLink { First = Key("a/1"), Second = Key("b/2"), State = LinkState.Refuted, Score = phone, WasRefuted = true, Version = 2 };
        Assert.Null(LinkRules.Decide(refuted, phone with { Likelihood = 0.99 }, Thresholds));
        var more = new LinkScore(0.99, [new Evidence("phone", 15, [1], 0), new Evidence("payment", 17, [2], 0)]);
        Assert.Equal(LinkState.Proposed, LinkRules.Decide(refuted, more, Thresholds));
        Assert.Equal(LinkState.Proposed, LinkRules.Decide(refuted with { State = LinkState.Proposed }, more, Thresholds));
        Assert.Null(LinkRules.Decide(refuted with { State = LinkState.Confirmed }, more, Thresholds));
        Assert.Equal(LinkState.Linked, LinkRules.Decide(null, phone, Thresholds));
    }

    private static SellerKey Key(string seller) => SellerKey.Parse(seller);

    private static SellerProfile Seller(string seller, string name) => new() { Seller = Key(seller), Names = [name], Marks = Hasher.Marks(MarkKind.Phone, "+8613800138000") };
}
