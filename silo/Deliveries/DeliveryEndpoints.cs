using Microsoft.Extensions.Options;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Deliveries;

/// <summary>An endpoint with the partner whose rights bound what it is told.</summary>
/// <param name="Partner">The partner.</param>
/// <param name="Entry">Where to, signed with what.</param>
internal sealed record PartnerEndpoint(Partner Partner, EndpointEntry Entry)
{
    /// <summary>Its name in the journal.</summary>
    public string Key { get; } = $"{Partner.Actor.Organisation}/{Entry.Id}";
}

/// <summary>All endpoints that are configured.</summary>
internal sealed class DeliveryEndpoints
{
    private readonly Dictionary<string, PartnerEndpoint> all;

    public DeliveryEndpoints(IOptions<PartnersOptions> options, PartnerDirectory partners) => all = (
        from entry in options.Value.Entries
        from endpoint in entry.Deliveries
        select new PartnerEndpoint(partners.Named(entry.Name)!, endpoint)).ToDictionary(e => e.Key);

    /// <summary>Their names.</summary>
    public IReadOnlyCollection<string> Keys => all.Keys;

    /// <summary>The endpoint of a name.</summary>
    public PartnerEndpoint Of(string key) => all[key];

    /// <summary>The endpoint of a partner; null where it has none of that name.</summary>
    public PartnerEndpoint? Find(Partner partner, string? id) => all.GetValueOrDefault($"{partner.Actor.Organisation}/{id}");

    /// <summary>A partner's endpoints.</summary>
    public IEnumerable<PartnerEndpoint> Of(Partner partner) => all.Values.Where(e => e.Partner.Actor.Organisation == partner.Actor.Organisation);
}
