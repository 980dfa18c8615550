using static Tracking.Contracts.Statuses.TransportStatus;

namespace Tracking.Formats.Carriers;

/// <summary>EasyPost: trackers as they are pulled, and the events about them as they are pushed.</summary>
internal static class EasyPost
{
    private static readonly StatusTable Details = StatusTable.Of(
        (AcceptedInducted, "received_at_origin_facility"),
        (InTransitArrived, "arrived_at_facility arrived_at_destination received_at_destination_facility"),
        (InTransitDeparted, "departed_facility departed_origin_facility"),
        (InTransitDelayed, "delayed weather_delay"),
        (ExceptionAddress, "address_correction"),
        (ExceptionDamaged, "damaged"),
        (ExceptionLost, "lost"),
        (ExceptionMissorted, "missorted"),
        (AttemptedRefused, "refused"),
        (AvailableForCollection, "available_for_pickup"),
        (OutForDelivery, "out_for_delivery"));

    private static readonly StatusTable Statuses = StatusTable.Of(
        (Announced, "pre_transit"),
        (InTransit, "in_transit"),
        (OutForDelivery, "out_for_delivery"),
        (Delivered, "delivered"),
        (AvailableForCollection, "available_for_pickup"),
        (Returning, "return_to_sender"),
        (Contracts.Statuses.TransportStatus.Exception, "failure"),
        (Cancelled, "cancelled"),
        (CarrierStatus.Information, "unknown error"));

    private static PayloadShape Tracker(PayloadShape like, string shipments) => like with { Shipments = shipments };

    private static readonly PayloadShape Pushed = new()
    {
        System = "easypost status",
        Marks = ["\"tracking_details\""],
        Shipments = "result",
        Number = ["tracking_code"],
        Carrier = ["carrier"],
        Events = ["tracking_details"],
        Date = ["datetime"],
        Codes = [("status_detail", Details), ("status", Statuses)],
        Text = ["message", "description"],
        Country = ["tracking_location/country"],
        State = ["tracking_location/state"],
        PostalCode = ["tracking_location/zip"],
    };

    public static CarrierAdapter Adapter { get; } = new(
        "easypost", "trackers of EasyPost (JSON)", Pushed, Tracker(Pushed, "trackers"), Tracker(Pushed, "."));
}
