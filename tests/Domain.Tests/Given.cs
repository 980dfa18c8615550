using Tracking.Contracts.Access;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Tests;

/// <summary>Facts in few words. Times are minutes after <see cref="Noon"/>; what is received is received at once unless said otherwise.</summary>
internal static class Given
{
    public const string Carrier = "acme";
    public const string Cbp = "us-cbp";
    public const string Fda = "us-fda";

    /// <summary>1 June 2026, 12:00 UTC, in microseconds since 1970.</summary>
    public const long Noon = 1_780_315_200_000_000;
    public const long Minute = 60_000_000;

    public static ShipmentNumber Bill { get; } = ShipmentNumber.Parse("acme/BILL1");

    public static Actor CarrierKey { get; } = new(Carrier, "key", ActorRole.Partner);

    public static Actor AuthorityKey { get; } = new(Cbp, "key", ActorRole.Partner);

    public static long At(double minutes) => Noon + (long)(minutes * Minute);

    public static Place Place(string name) => name.Length == 2 ? new Place(name) : new Place(name[..2], name);

    public static Scan Scan(TransportStatus status, double at, string? place = null, string? piece = null, string? id = null, CustomsReport customs = CustomsReport.None) => new()
    {
        Number = piece is null ? Bill : Bill.Sibling(piece),
        Source = Carrier,
        Id = id ?? $"{status}@{at}{piece}",
        OccurredAt = new ReportedTime(At(at), 0),
        ReceivedAt = At(at),
        ReportedBy = CarrierKey,
        Status = status,
        Place = place is null ? null : Place(place),
        Customs = customs,
    };

    public static Decision Decision(DecisionKind kind, double at, string source = Cbp, string? id = null) => new()
    {
        Number = Bill,
        Source = source,
        Id = id ?? $"{kind}@{at}",
        OccurredAt = new ReportedTime(At(at), 0),
        ReceivedAt = At(at),
        ReportedBy = AuthorityKey with { Organisation = source },
        Kind = kind,
        Territory = "US",
    };

    public static Decision Hold(double at, string source = Cbp, string? id = null, string? reference = null, string? code = null, string? port = null, HoldKind kind = HoldKind.CommercialEnforcement) =>
        Decision(DecisionKind.HoldPlaced, at, source, id) with { Hold = new HoldTerms { Kind = kind, Reference = reference, Code = code, Port = port } };

    public static Decision Removal(double at, string? reference = null, string source = Cbp, string? code = null, string? port = null, HoldKind? kind = null) =>
        Decision(DecisionKind.HoldRemoved, at, source) with { Hold = new HoldTerms { Kind = kind, Reference = reference, Code = code, Port = port } };

    public static Decision Permit(double at, ClearancePurpose purpose, string source = Cbp) =>
        Decision(DecisionKind.PermitGiven, at, source, $"permit-{purpose}@{at}") with { Permits = purpose };

    public static Decision Deletion(double at, string id, string source = Cbp) =>
        Decision(DecisionKind.Deleted, at, source) with { Deletes = id };

    public static Decision Export(this Decision decision) => decision with { Procedure = CustomsProcedure.Export, Id = decision.Id + "-export" };

    public static Decision Of(this Decision decision, params ImmutableArray<string> pieces) =>
        decision with { Pieces = pieces, Id = $"{decision.Id}-{string.Join('-', pieces)}" };

    public static Manifest Manifest(double at, string? from = "CN", string? to = "US", params ImmutableArray<string> pieces) => new()
    {
        Number = Bill,
        Source = Carrier,
        Id = $"manifest@{at}",
        OccurredAt = new ReportedTime(At(at), 0),
        ReceivedAt = At(at),
        ReportedBy = CarrierKey,
        Origin = from is null ? null : Place(from),
        Destination = to is null ? null : Place(to),
        Pieces = pieces,
    };

    public static Dispatch Dispatch(double at, string seller = "bazaar/s1") => new()
    {
        Number = Bill,
        Source = SellerKey.Parse(seller).Marketplace,
        Id = $"dispatch-{seller}@{at}",
        OccurredAt = new ReportedTime(At(at), 0),
        ReceivedAt = At(at),
        ReportedBy = new Actor(SellerKey.Parse(seller).Marketplace, "key", ActorRole.Partner),
        Seller = SellerKey.Parse(seller),
    };

    public static ShipmentState Nothing { get; } = ShipmentState.Empty(Bill, CarrierRules.Default);

    /// <summary>The state after facts that are handed in together.</summary>
    public static ShipmentState Facts(params ImmutableArray<Fact> facts) => Nothing.With(facts);

    public static ShipmentState With(this ShipmentState state, params ImmutableArray<Fact> facts) => state.After(ReceiveRules.Decide(state, facts).Events);

    public static ShipmentState Told(this ShipmentState state, string hold, double at) => state.After([new HoldMadeKnown(hold, CarrierKey, At(at))]);
}
