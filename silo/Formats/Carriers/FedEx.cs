using static Tracking.Contracts.Statuses.TransportStatus;

namespace Tracking.Formats.Carriers;

/// <summary>FedEx: the web service's XML of all versions, the JSON that is pulled and pushed, and the web page's JSON.</summary>
internal static class FedEx
{
    // CC is cleared customs here, which is not what DHL's CC is; it is the carrier's word only.
    private static readonly StatusTable Events = StatusTable.Of(
        (Announced, "OC AP OX"),
        (AcceptedPickedUp, "PU PX"),
        (AcceptedInducted, "IP"),
        (InTransitArrived, "AF AR AX AC AA OF FD AD"),
        (InTransitSorted, "SF"),
        (InTransitDeparted, "DP LO DS"),
        (InTransit, "IT TR PL EO EA ED PF PM"),
        (InTransitDelayed, "IX DD DY PD"),
        (OutForDelivery, "OD"),
        (Delivered, "DL"),
        (Attempted, "DE"),
        (Contracts.Statuses.TransportStatus.Exception, "SE"),
        (Cancelled, "CA"),
        (Returning, "RS"),
        (AvailableForCollection, "HL HA HP"),
        (CarrierStatus.Presented, "CU CP BR"),
        (CarrierStatus.Released, "CC"),
        (CarrierStatus.Held, "CD"),
        (CarrierStatus.Information, "CH RP RC SP DR LP"));

    // What a delivery exception (DE) was; other reasons leave it at that.
    private static readonly StatusTable Attempts = StatusTable.Of(
        (AttemptedAddress, "DE/03"),
        (AttemptedRefused, "DE/07"),
        (AttemptedAbsent, "DE/08"));

    public static CarrierAdapter Adapter { get; } = new(
        "fedex",
        "tracking of FedEx (XML, JSON)",
        new PayloadShape
        {
            System = "fedex event",
            Marks = ["TrackReply"],
            Shipments = "**/TrackDetails",
            Number = ["TrackingNumber"],
            Refusal = s => s.First("Notification/Severity") is "FAILURE" or "ERROR" ? s.First("Notification/Message") : null,
            Events = ["Events"],
            Date = ["Timestamp"],
            Codes = [("attempt", Attempts), ("EventType", Events)],
            Text = ["EventDescription"],
            Country = ["Address/CountryCode"],
            State = ["Address/StateOrProvinceCode"],
            PostalCode = ["Address/PostalCode"],
            Prepare = shipment => NameAttempts(shipment, "Events", "EventType", "StatusExceptionCode"),
        },
        new PayloadShape
        {
            System = "fedex event",
            Marks = ["\"trackResults\""],
            Shipments = "**/trackResults",
            Number = ["trackingNumberInfo/trackingNumber"],
            Refusal = s => s.First("error/message"),
            Events = ["scanEvents"],
            Date = ["date"],
            Codes = [("attempt", Attempts), ("eventType", Events)],
            Text = ["eventDescription"],
            Country = ["scanLocation/countryCode"],
            State = ["scanLocation/stateOrProvinceCode"],
            PostalCode = ["scanLocation/postalCode"],
            Prepare = shipment => NameAttempts(shipment, "scanEvents", "eventType", "exceptionCode"),
        },
        new PayloadShape
        {
            System = "fedex event",
            Marks = ["\"TrackPackagesResponse\""],
            Shipments = "TrackPackagesResponse/packageList",
            Number = ["trackingNbr"],
            Events = ["scanEventList"],
            Date = ["date"],
            Time = ["time"],
            Zone = ["gmtOffset"],
            Codes = [("statusCD", Events)],
            Text = ["status"],
        });

    private static void NameAttempts(Payloads.PayloadNode shipment, string events, string type, string reason)
    {
        foreach (var one in shipment.Find(events))
        {
            if (one.First(type) == "DE" && one.First(reason) is { } why)
            {
                one.Add("attempt").Text = $"DE/{why}";
            }
        }
    }
}
