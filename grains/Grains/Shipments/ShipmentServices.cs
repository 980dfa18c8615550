using Microsoft.Extensions.Logging;
using Tracking.Domain.Clocks;
using Tracking.Grains.Leases;
using Tracking.Grains.Orders;
using Tracking.Journal;
using Tracking.Journal.Consolidations;

namespace Tracking.Grains.Shipments;

/// <summary>What every shipment's grain of a silo shares: one object, so that a million activations hold one reference each.</summary>
internal sealed class ShipmentServices(
    IJournal journal,
    IJournalReader reader,
    IGrainFactory grains,
    CarrierBook carriers,
    ISiloLease lease,
    ResidentShipments residents,
    StandingOrders orders,
    IContentStore contents,
    ClockLibrary clocks,
    TimeProvider time,
    ILogger<ShipmentServices> logger)
{
    public IJournal Journal => journal;

    public IJournalReader Reader => reader;

    public IGrainFactory Grains => grains;

    public CarrierBook Carriers => carriers;

    public ISiloLease Lease => lease;

    public ResidentShipments Residents => residents;

    public StandingOrders Orders => orders;

    public IContentStore Contents => contents;

    public ClockLibrary Clocks => clocks;

    public TimeProvider Time => time;

    public ILogger Logger => logger;

    public Guid NewId() => Guid.CreateVersion7(time.GetUtcNow());
}
