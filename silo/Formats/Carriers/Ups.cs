using static Tracking.Contracts.Statuses.TransportStatus;

namespace Tracking.Formats.Carriers;

/// <summary>UPS: the older XML, the newer JSON, and Track Alert, which pushes one event.</summary>
internal static class Ups
{
    // Numeric statuses, but for 005 and 010, in transit, which UPS' words say better. 040 waits in a shop and is not delivered; 014 is the carrier's word only.
    private static readonly StatusTable Codes = StatusTable.Of(
        (Announced, "003"),
        (AcceptedPickedUp, "038"),
        (InTransit, "025 039"),
        (OutForDelivery, "006 021"),
        (Cancelled, "007 043"),
        (Delivered, "011 026"),
        (CarrierStatus.Presented, "012"),
        (CarrierStatus.Released, "014"),
        (CarrierStatus.Held, "058"),
        (Contracts.Statuses.TransportStatus.Exception, "013"),
        (InTransitDelayed, "016 046 047 048 049 051 052"),
        (AvailableForCollection, "017 040"),
        (Attempted, "022 023 024 060 061 062"),
        (AttemptedRefused, "064"),
        (ExceptionAddress, "050"),
        (ExceptionDamaged, "059"),
        (ExceptionLost, "068"),
        (Returning, "033 035 036 037 069"),
        (Returned, "034 067"));

    // DO and DD are freight stations: arrived there, not delivered.
    private static readonly StatusTable Types = StatusTable.Of(
        (Announced, "M"),
        (AcceptedPickedUp, "P"),
        (InTransit, "I"),
        (InTransitArrived, "W DO DD"),
        (OutForDelivery, "O"),
        (Delivered, "D"),
        (Contracts.Statuses.TransportStatus.Exception, "X"),
        (Returned, "RS"),
        (Cancelled, "MV"),
        (CarrierStatus.Information, "NA"));

    // What type I leaves open, UPS says in words that are always the same.
    private static readonly StatusTable Scans = StatusTable.OfSentences(
        (AcceptedInducted, "Origin scan"),
        (InTransitArrived, "Arrival scan"),
        (InTransitArrived, "Arrived at facility"),
        (InTransitDeparted, "Departure scan"),
        (InTransitDeparted, "Departed from facility"),
        (OutForDelivery, "Out for delivery"),
        (InTransitLoaded, "Loaded on delivery vehicle"),
        (ExceptionWeather, "Adverse weather conditions"));

    private static readonly PayloadShape Json = new()
    {
        System = "ups status",
        Marks = ["\"trackResponse\""],
        Shipments = "**/trackResponse/shipment/package",
        Number = ["trackingNumber"],
        Refusal = s => s.First("warnings/message"),
        Events = ["activity"],
        Date = ["date"],
        Time = ["time"],
        Zone = ["gmtOffset"],
        Codes = [("status/statusCode", Codes), ("status/description", Scans), ("status/type", Types)],
        Text = ["status/description"],
        Country = ["location/address/countryCode", "location/address/country"],
        State = ["location/address/stateProvince"],
        PostalCode = ["location/address/postalCode"],
    };

    public static CarrierAdapter Adapter { get; } = new(
        "ups",
        "tracking of UPS (XML, JSON, Track Alert)",
        new PayloadShape
        {
            System = "ups status",
            Marks = ["<TrackResponse", "<Package>"],
            Shipments = "**/TrackResponse/Shipment/Package",
            Number = ["TrackingNumber"],
            Events = ["Activity"],
            Date = ["Date"],
            Time = ["Time"],
            Codes = [("Status/StatusType/Description", Scans), ("Status/StatusType/Code", Types)],
            Text = ["Status/StatusType/Description"],
            Country = ["ActivityLocation/Address/CountryCode"],
            State = ["ActivityLocation/Address/StateProvinceCode"],
            PostalCode = ["ActivityLocation/Address/PostalCode"],
        },
        Json,
        new PayloadShape
        {
            System = "ups status",
            Marks = ["\"activityStatus\"", "\"trackingNumber\""],
            Shipments = ".",
            Number = ["trackingNumber"],
            Events = ["."],
            Date = ["localActivityDate"],
            Time = ["localActivityTime"],
            Codes = [("activityStatus/code", Codes), ("activityStatus/description", Scans), ("activityStatus/type", Types)],
            Text = ["activityStatus/description"],
            Country = ["activityLocation/country"],
            State = ["activityLocation/stateProvince"],
            PostalCode = ["activityLocation/postalCode"],
        });
}
