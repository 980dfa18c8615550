namespace Tracking.Domain.Clearance;

/// <summary>What turns a cell's answer into go.</summary>
public enum ClearanceOpener : byte
{
    /// <summary>Nothing does.</summary>
    Nothing = 0,
    /// <summary>A permit for the purpose, of the authority of the row; any authority's in 'not released'.</summary>
    Permit = 1,
    /// <summary>Export was allowed.</summary>
    ExportAllowed = 2,
    /// <summary>The carrier's setting for loading under its own hold.</summary>
    CarrierSetting = 3,
}
