using static Tracking.Contracts.Statuses.TransportStatus;

namespace Tracking.Formats.Carriers;

/// <summary>DPD: the parcel life cycle, as it is pulled.</summary>
/// <remarks>Scan types and words are from memory; the customer's list corrects them here.</remarks>
internal static class Dpd
{
    private static readonly StatusTable Scans = StatusTable.Of(
        (AcceptedPickedUp, "05 15"),
        (InTransitArrived, "02 08"),
        (InTransitSorted, "10"),
        (OutForDelivery, "03"),
        (Attempted, "04 14"),
        (Returning, "06"),
        (Delivered, "13"),
        (CarrierStatus.Released, "17"),
        (CarrierStatus.Information, "18"),
        (AvailableForCollection, "23"));

    private static readonly StatusTable Words = StatusTable.Of(
        (Announced, "ACCEPTED START_ORDER"),
        (AcceptedPickedUp, "PICKUP_DRIVER"),
        (AcceptedInducted, "PICKUP_DEPOT"),
        (InTransit, "ON_THE_ROAD"),
        (InTransitArrived, "AT_DELIVERY_DEPOT DELIVERY_DEPOT"),
        (OutForDelivery, "OUT_FOR_DELIVERY DELIVERY_CARLOAD"),
        (Delivered, "DELIVERED DELIVERY_CUSTOMER"),
        (AvailableForCollection, "DELIVERY_SHOP"),
        (Contracts.Statuses.TransportStatus.Exception, "ERROR_PICKUP"),
        (Returning, "ERROR_RETURN"));

    public static CarrierAdapter Adapter { get; } = new(
        "dpd",
        "parcel life cycle of DPD (JSON, XML)",
        new PayloadShape
        {
            System = "dpd scan",
            Marks = ["parcelLifeCycleData"],
            Shipments = "**/parcelLifeCycleData",
            Number = ["shipmentInfo/parcelLabelNumber"],
            Events = ["scanInfo/scan", "statusInfo"],
            Date = ["date", "dateTime"],
            Codes = [("scanData/scanType/code", Scans), ("scanType/code", Scans), ("status", Words)],
            Text = ["scanDescription/content", "scanDescription/label", "label", "description/content"],
            Country = ["scanData/country", "country"],
        });
}
