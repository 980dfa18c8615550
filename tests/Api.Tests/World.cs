using System.Collections.Concurrent;
using Orleans.Runtime;
using Tracking.Contracts.Cases;
using Tracking.Contracts.Notices;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;

namespace Tracking.Api.Tests;

/// <summary>All grains, in memory, and switches for what may befall them.</summary>
internal sealed class World : IGrainFactory
{
    private readonly ConcurrentDictionary<string, ShipmentDouble> _shipments = new();
    private long _received;

    /// <summary>Runs before a shipment takes facts in: may wait, or fail.</summary>
    public Func<string, ValueTask> BeforeReceive { get; set; } = _ => ValueTask.CompletedTask;

    /// <summary>Runs before a shipment answers.</summary>
    public Func<string, ValueTask> BeforeRead { get; set; } = _ => ValueTask.CompletedTask;

    /// <summary>Whether shipments remember facts; long bodies are not kept.</summary>
    public bool Remembers { get; set; } = true;

    /// <summary>Facts that reached a shipment.</summary>
    public long Received => Interlocked.Read(ref _received);

    /// <summary>What becomes of a command on a case.</summary>
    public Func<CaseRequest, CaseReply> Decide { get; set; } = _ => new CaseReply(null);

    /// <summary>What becomes of a notice.</summary>
    public Func<NoticeRequest, NoticeReply> Issue { get; set; } = _ => new NoticeReply(false);

    public void Count() => Interlocked.Increment(ref _received);

    public TGrainInterface GetGrain<TGrainInterface>(string primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithStringKey
    {
        object grain = typeof(TGrainInterface) == typeof(ISellerGrain)
            ? new SellerDouble(primaryKey)
            : Remembers ? _shipments.GetOrAdd(primaryKey, k => new ShipmentDouble(this, k)) : new ShipmentDouble(this, primaryKey);
        return (TGrainInterface)grain;
    }

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(Guid primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithGuidCompoundKey => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(long primaryKey, string keyExtension, string? grainClassNamePrefix = null)
        where TGrainInterface : IGrainWithIntegerCompoundKey => throw new NotSupportedException();

    public TGrainObserverInterface CreateObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public void DeleteObjectReference<TGrainObserverInterface>(IGrainObserver obj)
        where TGrainObserverInterface : IGrainObserver => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, string grainPrimaryKey) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, Guid grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public IGrain GetGrain(Type grainInterfaceType, long grainPrimaryKey, string keyExtension) => throw new NotSupportedException();

    public TGrainInterface GetGrain<TGrainInterface>(GrainId grainId)
        where TGrainInterface : IAddressable => throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey) => throw new NotSupportedException();

    public IAddressable GetGrain(Type interfaceType, IdSpan grainKey, string grainClassNamePrefix) => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId) => throw new NotSupportedException();

    public IAddressable GetGrain(GrainId grainId, GrainInterfaceType interfaceType) => throw new NotSupportedException();
}
