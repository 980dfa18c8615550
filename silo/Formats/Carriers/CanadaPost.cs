using static Tracking.Contracts.Statuses.TransportStatus;

namespace Tracking.Formats.Carriers;

/// <summary>Canada Post: the tracking web service's XML.</summary>
internal static class CanadaPost
{
    private static readonly StatusTable Events = StatusTable.Of(
        (Announced, "3000"),
        (AcceptedPickedUp, "2300"),
        (AcceptedInducted, "1302"),
        (InTransitSorted, "0100 0104 0105 0170"),
        (InTransit, "0175 1703"),
        (InTransitArrived, "0405 4311"),
        (InTransitDeparted, "0410 8901"),
        (OutForDelivery, "0174 0500"),
        (AvailableForCollection, "1701"),
        (Attempted, "1479"),
        (Delivered, "1496 1498"),
        (ExceptionAddress, "0173"),
        (CarrierStatus.Information, "20"));

    public static CarrierAdapter Adapter { get; } = new(
        "canada-post",
        "tracking of Canada Post (XML)",
        new PayloadShape
        {
            System = "canada-post event",
            Marks = ["<tracking-detail"],
            Shipments = "**/tracking-detail",
            Number = ["pin"],
            Events = ["significant-events/occurrence"],
            Date = ["event-date"],
            Time = ["event-time"],
            Zone = ["event-time-zone"],
            Codes = [("event-identifier", Events)],
            Text = ["event-description"],
            DefaultCountry = "CA",
            State = ["event-province"],
        });
}
