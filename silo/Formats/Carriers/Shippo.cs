using static Tracking.Contracts.Statuses.TransportStatus;

namespace Tracking.Formats.Carriers;

/// <summary>Shippo: tracks as they are pulled, and pushed.</summary>
internal static class Shippo
{
    private static readonly StatusTable Statuses = StatusTable.Of(
        (Announced, "PRE_TRANSIT"),
        (InTransit, "TRANSIT"),
        (Delivered, "DELIVERED"),
        (Returning, "RETURNED"),
        (Contracts.Statuses.TransportStatus.Exception, "FAILURE"),
        (CarrierStatus.Information, "UNKNOWN"));

    private static readonly StatusTable Details = StatusTable.Of(
        (Announced, "information_received"),
        (InTransitDelayed, "delayed package_held"),
        (OutForDelivery, "out_for_delivery"),
        (AvailableForCollection, "pickup_available"),
        (Attempted, "delivery_attempted notice_left"),
        (AcceptedInducted, "package_accepted"),
        (InTransitArrived, "package_arrived"),
        (InTransitDeparted, "package_departed"),
        (InTransitSorted, "package_processed package_processing"),
        (ExceptionAddress, "address_issue"),
        (ExceptionDamaged, "package_damaged"),
        (ExceptionLost, "package_lost"),
        (Destroyed, "package_disposed"),
        (Returning, "return_to_sender"));

    private static readonly PayloadShape Pushed = new()
    {
        System = "shippo status",
        Marks = ["\"tracking_status\""],
        Shipments = "data",
        Number = ["tracking_number"],
        Carrier = ["carrier"],
        Events = ["tracking_history"],
        Date = ["status_date"],
        Codes = [("substatus/code", Details), ("status", Statuses)],
        Text = ["status_details"],
        Country = ["location/country"],
        State = ["location/state"],
        PostalCode = ["location/zip"],
    };

    public static CarrierAdapter Adapter { get; } = new("shippo", "tracks of Shippo (JSON)", Pushed, Pushed with { Shipments = "." });
}
