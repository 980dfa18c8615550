using static Tracking.Contracts.Statuses.TransportStatus;

namespace Tracking.Formats.Carriers;

/// <summary>USPS: Web Tools' XML, and the newer JSON that is pulled and pushed.</summary>
internal static class Usps
{
    // PC is sorting complete and 81 a partner's facility: neither is customs. DX and NP are absence of news.
    private static readonly StatusTable Events = StatusTable.Of(
        (Announced, "MA GX"),
        (AcceptedPickedUp, "03 43 80"),
        (AcceptedInducted, "TM PA OA"),
        (InTransit, "06 42 NT"),
        (InTransitArrived, "07 10 14 19 41 81 A1"),
        (InTransitSorted, "PC"),
        (InTransitDeparted, "82 EF SF T1"),
        (InTransitDelayed, "71"),
        (ExceptionMissorted, "08 15"),
        (ExceptionAddress, "05"),
        (ExceptionLost, "11"),
        (OutForDelivery, "OF"),
        (AvailableForCollection, "16"),
        (Delivered, "01"),
        (DeliveredAgent, "17"),
        (Attempted, "02 51 52 54 55"),
        (AttemptedAbsent, "56"),
        (AttemptedAccess, "30 53"),
        (AttemptedRefused, "04"),
        (Returning, "09 21 22 23 24 25 26 27 28 29 31 44"),
        (CarrierStatus.Information, "DX NP"));

    public static CarrierAdapter Adapter { get; } = new(
        "usps",
        "tracking of USPS (Web Tools XML, JSON)",
        new PayloadShape
        {
            System = "usps event",
            Marks = ["<TrackInfo"],
            Shipments = "**/TrackInfo",
            Number = ["@ID"],
            Refusal = s => s.First("Error/Description"),
            Events = ["TrackSummary", "TrackDetail"],
            Date = ["EventDate"],
            Time = ["EventTime"],
            Codes = [("EventCode", Events)],
            Text = ["Event"],
            Country = ["EventCountry"],
            DefaultCountry = "US",
            State = ["EventState"],
            PostalCode = ["EventZIPCode"],
        },
        new PayloadShape
        {
            System = "usps event",
            Marks = ["\"trackingEvents\""],
            Shipments = ".",
            Number = ["trackingNumber"],
            Events = ["trackingEvents"],
            Date = ["eventTimestamp"],
            Zone = ["GMTOffset"],
            Codes = [("eventCode", Events)],
            Text = ["eventType"],
            Country = ["eventCountry"],
            DefaultCountry = "US",
            State = ["eventState"],
            PostalCode = ["eventZIP"],
        });
}
