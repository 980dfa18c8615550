namespace Tracking.Simulator.Carriers;

/// <summary>How a carrier numbers its bills.</summary>
internal enum NumberFormat
{
    /// <summary>1N, series and serial number, check digit.</summary>
    Express,

    /// <summary>Ten digits, the last of them the rest of the division by seven; pieces are JD licence plates.</summary>
    Waybill,

    /// <summary>The postal number of thirteen characters (S10).</summary>
    Postal,

    /// <summary>QY, series and serial number.</summary>
    Consolidator,

    /// <summary>SL, series and serial number.</summary>
    Inland,
}
