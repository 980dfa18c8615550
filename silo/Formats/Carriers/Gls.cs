using static Tracking.Contracts.Statuses.TransportStatus;

namespace Tracking.Formats.Carriers;

/// <summary>GLS: the web page's JSON, whose event numbers stand apart from its events, and the group's tracking JSON.</summary>
internal static class Gls
{
    // GLS' numbers are main and detail; what the shared numbers say was read off real answers.
    private static readonly StatusTable Numbers = StatusTable.Of(
        (AcceptedInducted, "0.0"),
        (Announced, "0.100"),
        (InTransitDeparted, "1.0"),
        (InTransitArrived, "2.0 2.29 2.124"),
        (InTransitSorted, "2.106"),
        (OutForDelivery, "11.0"),
        (AttemptedAbsent, "4.40 35.482"),
        (AvailableForCollection, "3.124"),
        (Delivered, "3.0"),
        (CarrierStatus.Information, "90.132"));

    private static readonly StatusTable Words = StatusTable.Of(
        (Announced, "PREADVICE INPICKUP"),
        (InTransit, "INTRANSIT"),
        (InTransitArrived, "INWAREHOUSE"),
        (OutForDelivery, "INDELIVERY"),
        (Delivered, "DELIVERED"),
        (AvailableForCollection, "DELIVEREDPS"),
        (Attempted, "NOTDELIVERED"),
        (Contracts.Statuses.TransportStatus.Exception, "NOTPICKEDUP"),
        (Cancelled, "CANCELED"));

    public static CarrierAdapter Adapter { get; } = new(
        "gls",
        "tracking of GLS (JSON)",
        new PayloadShape
        {
            System = "gls event",
            Marks = ["\"tuStatus\""],
            Shipments = "tuStatus",
            Number = ["tuNo"],
            Events = ["history"],
            Date = ["date"],
            Time = ["time"],
            Codes = [("number", Numbers)],
            Text = ["evtDscr"],
            Country = ["address/countryCode"],
            Prepare = Number,
        },
        new PayloadShape
        {
            System = "gls event",
            Marks = ["\"parcels\"", "\"events\""],
            Shipments = "parcels",
            Number = ["parcelNumber", "requested", "trackId"],
            Refusal = s => s.First("errorMessage"),
            Events = ["events"],
            Date = ["eventDateTime", "timestamp"],
            Codes = [("code", Numbers), ("status", Words), ("code", Words)],
            Text = ["description"],
            Country = ["country", "countryCode"],
            PostalCode = ["postalCode"],
        });

    private static void Number(Payloads.PayloadNode shipment)
    {
        var numbers = shipment.Find("progressBar/evtNos").ToList();
        foreach (var (at, one) in shipment.Find("history").Index())
        {
            if (at < numbers.Count && numbers[at].Text is { } number)
            {
                one.Add("number").Text = number;
            }
        }
    }
}
