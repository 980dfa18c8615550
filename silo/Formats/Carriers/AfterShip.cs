using static Tracking.Contracts.Statuses.TransportStatus;

namespace Tracking.Formats.Carriers;

/// <summary>AfterShip: trackings as they are pulled, and pushed.</summary>
internal static class AfterShip
{
    // Expired and pending are absence of news; OutForDelivery may also mean ready to be collected.
    private static readonly StatusTable Tags = StatusTable.Of(
        (CarrierStatus.Information, "Pending Expired"),
        (Announced, "InfoReceived"),
        (InTransit, "InTransit"),
        (OutForDelivery, "OutForDelivery"),
        (Attempted, "AttemptFail"),
        (Delivered, "Delivered"),
        (AvailableForCollection, "AvailableForPickup"),
        (Contracts.Statuses.TransportStatus.Exception, "Exception"));

    private static readonly StatusTable Subtags = StatusTable.Of(
        (InTransitDeparted, "InTransit_007"),
        (DeliveredRecipient, "Delivered_002 Delivered_003"),
        (DeliveredNeighbour, "Delivered_005"),
        (ExceptionAddress, "Exception_002 Exception_007"),
        (AttemptedRefused, "Exception_003"),
        (CarrierStatus.Held, "Exception_004 Exception_018"),
        (InTransitDelayed, "Exception_005 Exception_016"),
        (ExceptionWeather, "Exception_017"),
        (Returning, "Exception_010"),
        (Returned, "Exception_011"),
        (ExceptionDamaged, "Exception_012"),
        (ExceptionLost, "Exception_013"));

    private static readonly PayloadShape Pushed = new()
    {
        System = "aftership tag",
        Marks = ["\"checkpoints\"", "\"slug\""],
        Shipments = "msg",
        Number = ["tracking_number"],
        Carrier = ["slug"],
        Events = ["checkpoints"],
        Date = ["checkpoint_time"],
        Codes = [("subtag", Subtags), ("tag", Tags)],
        Text = ["message"],
        Country = ["country_iso3", "country_region", "country_region_name"],
        State = ["state"],
        PostalCode = ["zip", "postal_code"],
    };

    public static CarrierAdapter Adapter { get; } = new(
        "aftership",
        "trackings of AfterShip (JSON)",
        Pushed,
        Pushed with { Shipments = "data/tracking" },
        Pushed with { Shipments = "data/trackings" },
        Pushed with { Shipments = "." });
}
