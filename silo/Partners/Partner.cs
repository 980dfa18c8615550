using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Silo.Partners;

/// <summary>A caller whose key was recognised, and whom it may speak for.</summary>
internal sealed class Partner(Actor actor, SpokenFor carriers, SpokenFor authorities, SpokenFor marketplaces)
{
    /// <summary>Everybody, where no key is required.</summary>
    public static Partner Embedded { get; } = new(
        new Actor(PartnersOptions.OpenOrganisation, PartnersOptions.OpenOrganisation, ActorRole.Partner),
        SpokenFor.Everybody,
        SpokenFor.Everybody,
        SpokenFor.Everybody);

    public Actor Actor { get; } = actor;

    /// <summary>Whether it sees what is for an authority's eyes only.</summary>
    public bool IsAuthority { get; } = !authorities.IsNobody;

    /// <summary>What it may speak for, in words.</summary>
    public string Rights => $"carriers: {carriers}; authorities: {authorities}; marketplaces: {marketplaces}";

    /// <summary>The carrier that it speaks for, where it is one only.</summary>
    public string? OnlyCarrier => carriers.Only;

    /// <summary>Somebody whose rights were looked at before.</summary>
    public static Partner Trusted(Actor actor) => new(actor, SpokenFor.Everybody, SpokenFor.Everybody, SpokenFor.Everybody);

    /// <summary>Whether it may hand in a fact in the name of its source.</summary>
    public bool SpeaksFor(Fact fact) => fact switch
    {
        Dispatch => marketplaces.Contains(fact.Source),
        Decision => authorities.Contains(fact.Source) || (fact.Source == fact.Number.Carrier && carriers.Contains(fact.Source)),
        _ => carriers.Contains(fact.Source),
    };

    /// <summary>Whether it may speak for an authority.</summary>
    public bool SpeaksForAuthority(string code) => authorities.Contains(code);

    /// <summary>Whether it may speak for a carrier.</summary>
    public bool SpeaksForCarrier(string code) => carriers.Contains(code);

    /// <summary>Whether it may speak for a marketplace or right holder.</summary>
    public bool SpeaksForMarketplace(string code) => marketplaces.Contains(code);

    /// <summary>Whether it may speak for an organisation, whatever that is.</summary>
    public bool SpeaksFor(string code) => SpeaksForAuthority(code) || SpeaksForCarrier(code) || SpeaksForMarketplace(code);

    /// <summary>Whether it may ask about a carrier's shipments: that carrier, and every authority.</summary>
    public bool MayAskAbout(ShipmentNumber number) => IsAuthority || carriers.Contains(number.Carrier);

    /// <summary>Whether it may ask about a marketplace's sellers: that marketplace, and every authority.</summary>
    public bool MayAskAbout(SellerKey seller) => IsAuthority || marketplaces.Contains(seller.Marketplace);
}
