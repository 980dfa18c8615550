using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;

namespace Tracking.Formats.Carriers;

/// <summary>What a carrier's code means here.</summary>
/// <param name="Status">The transport status; no news where the code moves none.</param>
/// <param name="Customs">What it says of customs: the carrier's word, which moves no customs status and lifts no hold.</param>
internal readonly record struct CarrierStatus(TransportStatus Status, CustomsReport Customs = CustomsReport.None)
{
    /// <summary>Known, and moves nothing: information, an announcement of times, absence of news.</summary>
    public static CarrierStatus Information { get; } = new(TransportStatus.NoNews);

    /// <summary>Shown to customs, by the carrier's word.</summary>
    public static CarrierStatus Presented { get; } = new(TransportStatus.AtBorder, CustomsReport.Presented);

    /// <summary>Held by customs, by the carrier's word.</summary>
    public static CarrierStatus Held { get; } = new(TransportStatus.AtBorder, CustomsReport.Held);

    /// <summary>Cleared by customs, by the carrier's word: opens nothing.</summary>
    public static CarrierStatus Released { get; } = new(TransportStatus.AtBorder, CustomsReport.Released);

    public static implicit operator CarrierStatus(TransportStatus status) => new(status);
}
