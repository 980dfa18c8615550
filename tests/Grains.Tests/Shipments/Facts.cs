using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;

namespace Tracking.Grains.Tests.Shipments;

/// <summary>Facts in few words.</summary>
internal static class Facts
{
    public const string Carrier = "dhl";
    private static readonly DateTimeOffset Start = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static ShipmentNumber Number(string number) =>
        ShipmentNumber.TryCreate(Carrier, number, out var result) ? result : throw new FormatException(number);

    public static Scan Scan(string number, TransportStatus status, int minute, string? id = null, string? country = null) => new()
    {
        Number = Number(number),
        Source = Carrier,
        Id = id,
        OccurredAt = At(minute),
        ReceivedAt = At(minute).Microseconds,
        ReportedBy = Partner(Carrier),
        Status = status,
        Place = country is null ? null : new Place(country),
    };

    public static Manifest Manifest(string bill, int minute, string id, params string[] pieces) => new()
    {
        Number = Number(bill),
        Source = Carrier,
        Id = id,
        OccurredAt = At(minute),
        ReceivedAt = At(minute).Microseconds,
        ReportedBy = Partner(Carrier),
        Pieces = [.. pieces],
        Origin = new Place("CN"),
        Destination = new Place("US"),
        Parties = [new Party(PartyRole.Consignee, null, "US", new PartyDetails { Name = "Ann Example", Address = "1 Main Street" })],
    };

    public static Dispatch Dispatch(string number, int minute, string seller, string? id = null) => new()
    {
        Number = Number(number),
        Source = "market",
        Id = id,
        OccurredAt = At(minute),
        ReceivedAt = At(minute).Microseconds,
        ReportedBy = Partner("market"),
        Seller = SellerKey.TryCreate("market", seller, out var key) ? key : throw new FormatException(seller),
    };

    public static Decision Decision(string number, DecisionKind kind, int minute, string id, HoldTerms? hold = null) => new()
    {
        Number = Number(number),
        Source = "us-cbp",
        Id = id,
        OccurredAt = At(minute),
        ReceivedAt = At(minute).Microseconds,
        ReportedBy = Partner("us-cbp"),
        Kind = kind,
        Territory = "US",
        Hold = hold,
    };

    public static Decision Hold(string number, int minute, string id) =>
        Decision(number, DecisionKind.HoldPlaced, minute, id, new HoldTerms { Kind = HoldKind.CommercialEnforcement, Reference = $"ref-{id}", Reason = "marks" });

    public static Decision Lift(string number, int minute, string id, string hold) =>
        Decision(number, DecisionKind.HoldRemoved, minute, id, new HoldTerms { Reference = $"ref-{hold}" });

    public static Actor Partner(string organisation) => new(organisation, "test", ActorRole.Partner);

    private static ReportedTime At(int minute) => ReportedTime.From(Start.AddMinutes(minute));
}
