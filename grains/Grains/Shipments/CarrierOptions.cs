using System.ComponentModel.DataAnnotations;

namespace Tracking.Grains.Shipments;

/// <summary>Settings per carrier, under <c>Carriers:&lt;code&gt;</c>.</summary>
public sealed class CarrierOptions
{
    /// <summary>The settings by the carrier's code.</summary>
    public Dictionary<string, CarrierSettings> Carriers { get; } = new(StringComparer.Ordinal);
}

/// <summary>Settings of one carrier.</summary>
public sealed class CarrierSettings
{
    /// <summary>Whether it never crosses a customs border.</summary>
    public bool Domestic { get; set; }

    /// <summary>Minutes after a hold became known in which a move is still no violation.</summary>
    [Range(0, 1440)]
    public int GraceMinutes { get; set; } = 15;

    /// <summary>Days after the end of a shipment in which the carrier does not use its number again.</summary>
    [Range(1, 3650)]
    public int ReuseDays { get; set; } = 180;

    /// <summary>Whether a parcel under the carrier's own hold may still be loaded.</summary>
    public bool LoadsUnderOwnHold { get; set; }

    /// <summary>How many facts, decisions of authorities aside, one life of a number may have.</summary>
    [Range(100, 100_000)]
    public int MostFacts { get; set; } = 5_000;
}
