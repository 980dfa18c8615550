namespace Tracking.Simulator.Carriers;

/// <summary>The invented carriers of the simulated world.</summary>
internal static class CarrierRoster
{
    public static IReadOnlyList<CarrierHabits> All { get; } =
    [
        new() { Code = "northstar", Format = NumberFormat.Express, Weight = 35, ScansPieces = true, Duplicates = 0.01, Late = 0.03, Corrections = 0.01, ClockMinutes = 1 },
        new() { Code = "meridian-air", Format = NumberFormat.Waybill, Weight = 25, ScansPieces = true, BatchesAfterLanding = true, Duplicates = 0.02, Late = 0.06, Corrections = 0.02, ClockMinutes = 4 },
        new() { Code = "harbour-post", Format = NumberFormat.Postal, Weight = 20, GivesIds = false, Duplicates = 0.03, Late = 0.15, ClockMinutes = 7, MovesThoughHeld = 0.006 },
        new() { Code = "quayline", Format = NumberFormat.Consolidator, Weight = 12, BatchesAfterLanding = true, Duplicates = 0.03, Late = 0.1, Corrections = 0.03, ClockMinutes = 6, MovesThoughHeld = 0.012 },
        new() { Code = "swiftlane", Format = NumberFormat.Inland, Weight = 8, CrossesBorders = false, Duplicates = 0.015, Late = 0.04, Corrections = 0.01, ClockMinutes = 2 },
    ];
}
