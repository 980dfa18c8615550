namespace Tracking.Formats.TrackingNumbers;

/// <summary>All forms that are known. A carrier's further form is one more row.</summary>
internal static class NumberPatterns
{
    public static IReadOnlyList<NumberPattern> All { get; } =
    [
        .. ExpressPatterns.All, .. FedExPatterns.All, .. PostalPatterns.All, .. UspsPatterns.All, .. RegionalPatterns.All, .. CarrierNeutralPatterns.All,
    ];
}
