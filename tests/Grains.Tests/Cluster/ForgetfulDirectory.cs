using System.Collections.Concurrent;
using Orleans.GrainDirectory;
using Orleans.Runtime;

namespace Tracking.Grains.Tests.Cluster;

/// <summary>A grain directory that forgets shipments at once, so that each silo makes an activation of its own: what a split cluster does.</summary>
internal sealed class ForgetfulDirectory : IGrainDirectory
{
    private readonly ConcurrentDictionary<GrainId, GrainAddress> known = new();
    private readonly ConcurrentDictionary<SiloAddress, bool> activated = new();

    public Task<GrainAddress?> Register(GrainAddress address) => Register(address, null);

    /// <summary>The silos on which a forgotten grain was activated.</summary>
    public IReadOnlyCollection<SiloAddress> ActivatedOn => [.. activated.Keys];

    public Task<GrainAddress?> Register(GrainAddress address, GrainAddress? previousAddress)
    {
        if (!IsForgotten(address.GrainId))
        {
            return Task.FromResult<GrainAddress?>(known.GetOrAdd(address.GrainId, address));
        }

        activated.TryAdd(address.SiloAddress!, true);
        return Task.FromResult<GrainAddress?>(address);
    }

    public Task Unregister(GrainAddress address)
    {
        known.TryRemove(address.GrainId, out _);
        return Task.CompletedTask;
    }

    public Task<GrainAddress?> Lookup(GrainId grainId) =>
        Task.FromResult(!IsForgotten(grainId) && known.TryGetValue(grainId, out var address) ? address : null);

    public Task UnregisterSilos(List<SiloAddress> siloAddresses)
    {
        foreach (var address in known.Values.Where(a => a.SiloAddress is { } silo && siloAddresses.Contains(silo)).ToList())
        {
            known.TryRemove(address.GrainId, out _);
        }

        return Task.CompletedTask;
    }

    private static bool IsForgotten(GrainId id) => id.Type.ToString() == "shipment";
}
