using System.Collections.Immutable;
using Tracking.Formats.Adapters;

namespace Tracking.Formats.Carriers;

/// <summary>Every carrier and aggregator whose own messages are read. A further one is a file beside this and a name here.</summary>
public static class CarrierAdapters
{
    /// <summary>The adapters; each is named by the carrier's or aggregator's code.</summary>
    public static ImmutableArray<IAdapter> All { get; } =
    [
        Dhl.Adapter, Ups.Adapter, FedEx.Adapter, Usps.Adapter, CanadaPost.Adapter, Dpd.Adapter, Gls.Adapter,
        EasyPost.Adapter, AfterShip.Adapter, Shippo.Adapter,
    ];
}
