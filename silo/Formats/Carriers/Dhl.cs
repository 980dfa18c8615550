using static Tracking.Contracts.Statuses.TransportStatus;

namespace Tracking.Formats.Carriers;

/// <summary>DHL: Express' XML and web answers, and the unified JSON that is pulled and pushed.</summary>
internal static class Dhl
{
    // DHL Express' event codes. CC is not delivered, nor are BR and TP; CR is the carrier's word only.
    private static readonly StatusTable Express = StatusTable.Of(
        (Announced, "SD EM"),
        (AcceptedPickedUp, "PU"),
        (AcceptedInducted, "SA"),
        (InTransitSorted, "PL"),
        (InTransitArrived, "AF AR"),
        (InTransitDeparted, "DF"),
        (InTransit, "TR SM FD"),
        (InTransitHandedOver, "TP"),
        (InTransitDelayed, "OH SS ST TD NA MD"),
        (CarrierStatus.Presented, "IC BN"),
        (CarrierStatus.Held, "CD UD HP"),
        (CarrierStatus.Released, "CR BR"),
        (OutForDelivery, "WC"),
        (AvailableForCollection, "CC"),
        (Delivered, "OK DD"),
        (Attempted, "ND CA"),
        (AttemptedAbsent, "NH"),
        (AttemptedRefused, "RD"),
        (ExceptionAddress, "BA CM"),
        (ExceptionMissorted, "MC MS"),
        (ExceptionDamaged, "DM"),
        (ExceptionPartial, "PD"),
        (Contracts.Statuses.TransportStatus.Exception, "SI TI"),
        (Returned, "RT"),
        (Destroyed, "DS"),
        (CarrierStatus.Information, "LV UV RW RR PY TT SC AD CS"));

    private static readonly StatusTable Unified = StatusTable.Of(
        (Announced, "pre-transit"),
        (InTransit, "transit"),
        (Delivered, "delivered"),
        (Contracts.Statuses.TransportStatus.Exception, "failure"),
        (CarrierStatus.Information, "unknown"));

    private static readonly StatusTable Sentences = StatusTable.OfSentences(
        (Announced, "Shipment information received"),
        (AcceptedPickedUp, "Shipment picked up"),
        (InTransitSorted, "Processed at"),
        (CarrierStatus.Presented, "Processed for clearance"),
        (CarrierStatus.Released, "Clearance processing complete"),
        (CarrierStatus.Held, "Clearance event"),
        (CarrierStatus.Information, "Customs status updated"),
        (InTransitArrived, "Arrived at"),
        (InTransitDeparted, "Departed Facility"),
        (InTransit, "Transferred through"),
        (InTransitDelayed, "Shipment on hold"),
        (OutForDelivery, "With delivery courier"),
        (AttemptedAbsent, "Delivery attempted; recipient not home"),
        (Delivered, "Delivered"));

    public static CarrierAdapter Adapter { get; } = new(
        "dhl",
        "shipment events of DHL (Express XML, unified JSON)",
        new PayloadShape
        {
            System = "dhl event",
            Marks = ["AWBInfo"],
            Shipments = "**/AWBInfo",
            Number = ["AWBNumber"],
            Refusal = s => s.First("Status/Condition/ConditionData"),
            Events = ["ShipmentInfo/ShipmentEvent"],
            Date = ["Date"],
            Time = ["Time"],
            Codes = [("ServiceEvent/EventCode", Express)],
            Text = ["ServiceEvent/Description"],
            Airport = ["ServiceArea/ServiceAreaCode"],
        },
        new PayloadShape
        {
            System = "dhl status",
            Marks = ["\"shipments\"", "\"statusCode\""],
            Shipments = "**/shipments",
            Number = ["id"],
            Events = ["events"],
            Date = ["timestamp"],
            Codes = [("status", Express), ("statusCode", Express), ("statusCode", Unified)],
            Text = ["description", "status"],
            Country = ["location/address/countryCode"],
            PostalCode = ["location/address/postalCode"],
            Airport = ["location/servicePoint/code"],
        },
        new PayloadShape
        {
            System = "dhl sentence",
            Marks = ["\"checkpoints\"", "\"airwaybill\""],
            Shipments = "results",
            Number = ["id"],
            Events = ["checkpoints"],
            Date = ["date"],
            Time = ["time"],
            Codes = [("description", Sentences)],
            Text = ["description"],
        });
}
