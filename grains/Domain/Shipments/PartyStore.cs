using Tracking.Contracts.Facts;
using Tracking.Domain.Orders;

namespace Tracking.Domain.Shipments;

/// <summary>Takes the parties' details out of a manifest before it becomes an event, and leaves references.</summary>
public static class PartyStore
{
    /// <summary>Parts a manifest from its parties' details.</summary>
    /// <param name="manifest">The manifest as received.</param>
    /// <param name="newReference">Makes a reference that nothing can be read from.</param>
    /// <returns>The manifest with references, and the details by reference.</returns>
    public static (Manifest Manifest, ImmutableArray<KeyValuePair<Guid, PartyDetails>> Details) Part(Manifest manifest, Func<Guid> newReference)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        ArgumentNullException.ThrowIfNull(newReference);
        if (manifest.Parties.All(p => p.Details is null))
        {
            return (manifest, []);
        }

        var details = ImmutableArray.CreateBuilder<KeyValuePair<Guid, PartyDetails>>(manifest.Parties.Length);
        var parties = manifest.Parties.Select(party =>
        {
            if (party.Details is null)
            {
                return party;
            }

            var reference = newReference();
            details.Add(KeyValuePair.Create(reference, party.Details));
            return party with { Reference = reference.ToString(), Details = null };
        }).ToImmutableArray();
        return (manifest with { Parties = parties, PartiesHash = PartyHash.Of(manifest), PartyFeatures = ShipmentFeatures.OfParties(manifest) }, details.ToImmutable());
    }
}
