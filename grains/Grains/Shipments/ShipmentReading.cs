using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using NodaTime;
using Tracking.Domain.Cases;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Grains.Shipments;

/// <summary>Reads a shipment with all its texts from the journal.</summary>
internal static class ShipmentReading
{
    /// <summary>The keys of the facts that people know by an id; different sources may have given the same one.</summary>
    public static async Task<HashSet<UInt128>> KeysOfAsync(ShipmentNumber number, ShipmentServices services, string id, CancellationToken cancellationToken)
    {
        var loaded = await services.Journal.LoadAsync(number, cancellationToken);
        return [.. loaded.Events.OfType<FactEvent>().Where(e => FactKeys.IdOf(e.Fact) == id).Select(e => FactKeys.Of(e.Fact))];
    }

    public static async Task<ShipmentView> ReadAsync(ShipmentNumber number, ShipmentServices services, bool showRestricted, CancellationToken cancellationToken)
    {
        var loaded = await services.Journal.LoadAsync(number, cancellationToken);
        var references = loaded.Events.OfType<ManifestFiled>()
            .SelectMany(e => e.Manifest.Parties)
            .Select(p => Guid.TryParse(p.Reference, out var reference) ? reference : Guid.Empty)
            .Where(r => r != Guid.Empty)
            .Distinct()
            .ToList();
        var parties = references.Count == 0
            ? []
            : (await services.Reader.ReadPartiesAsync(references, cancellationToken)).ToDictionary(p => p.Key.ToString(), p => p.Value);
        var state = ShipmentState.Empty(number, services.Carriers.Of(number.Carrier)).After(loaded.Events);
        // As the belt sees it: orders that are not written yet are in force all the same.
        var seen = state.AsIfAfter(services.Orders.Reconcile(state));
        var view = ViewRules.Of(seen, loaded.Events, loaded.Life, parties, showRestricted);
        return view with { Cases = CaseViews.Of(state, services.Clocks, Instant.FromDateTimeOffset(services.Time.GetUtcNow()), showRestricted) };
    }
}
