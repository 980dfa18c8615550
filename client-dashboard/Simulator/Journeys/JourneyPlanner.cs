using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Simulator.Carriers;
using Tracking.Simulator.Customs;
using Tracking.Simulator.Places;

namespace Tracking.Simulator.Journeys;

/// <summary>Plans the whole way of a consignment, from the order to its end.</summary>
internal sealed class JourneyPlanner(WorldRandom random, WorldClock clock, CustomsRates rates, CustomsPlanner customs)
{
    private const double Cancelled = 0.02;
    private const double Lost = 0.002;
    private const double Refused = 0.015;

    public void Plan(JourneyScript script)
    {
        var parcel = script.Consignment;
        var papers = new PaperWriter(random, clock);
        papers.WriteDispatch(script);

        var at = parcel.OrderedAt + random.Hours(0.1, 4);
        script.Scan(TransportStatus.Announced, parcel.Lane.Origin, at);
        if (random.Chance(Cancelled))
        {
            script.Scan(TransportStatus.Cancelled, parcel.Lane.Origin, at + random.Hours(2, 20));
            return;
        }

        at = Accept(script, at);
        var departure = NextFlight(parcel, at + random.Hours(3, 12));
        papers.WriteManifest(script, at, departure);
        if (parcel.Lane.Domestic)
        {
            DeliverFrom(script, parcel.Lane.Origin, departure);
            return;
        }

        departure = BeforeDeparture(script, at, departure);
        if (departure < TimeSpan.Zero)
        {
            return;
        }

        var arrived = Fly(script, departure);
        CrossBorder(script, arrived);
    }

    private TimeSpan Accept(JourneyScript script, TimeSpan at)
    {
        var origin = script.Consignment.Lane.Origin;
        at += random.Hours(4, 26);
        script.Scan(TransportStatus.AcceptedPickedUp, origin, at);
        at += random.Hours(1, 5);
        script.Scan(TransportStatus.AcceptedInducted, origin, at);
        at += random.Hours(1, 5);
        script.ScanPieces(TransportStatus.InTransitSorted, origin, at);
        return at;
    }

    /// <summary>Planes go at fixed hours, so that parcels of many bills travel and land together.</summary>
    private static TimeSpan NextFlight(Consignment parcel, TimeSpan ready)
    {
        var every = TimeSpan.FromHours(parcel.Lane.FlightEveryHours);
        return every * Math.Ceiling(ready / every);
    }

    /// <summary>What targeting asks before loading; negative where the parcel never leaves.</summary>
    private TimeSpan BeforeDeparture(JourneyScript script, TimeSpan at, TimeSpan departure)
    {
        var parcel = script.Consignment;
        var authority = Authority.Of(parcel.Lane.Gateway.Country);
        if (parcel.Lane.Origin.Country == "CN" && random.Chance(0.3))
        {
            script.Decide(Authority.CnExport, DecisionKind.Lodged, at, with: Export);
            script.Decide(Authority.CnExport, DecisionKind.Released, at + random.Hours(0.5, 2), with: Export);
        }

        script.Decide(authority, DecisionKind.Lodged, at + random.Hours(0.3, 2));
        if (random.Chance(rates.Request))
        {
            var request = new HoldTerms { Reference = $"RFI{parcel.Serial:D8}", Reason = "Consignee's address incomplete", Code = "RFI" };
            script.Decide(authority, DecisionKind.RequestPlaced, at + random.Hours(2, 3), request);
            script.Decide(authority, DecisionKind.RequestAnswered, at + random.Hours(4, 6), request);
            var removed = at + random.Hours(7, 9);
            script.Decide(authority, DecisionKind.RequestRemoved, removed, request);
            departure = NextFlight(parcel, Later(departure, removed + TimeSpan.FromHours(1)));
        }

        if (!random.Chance(rates.NotToLoad))
        {
            return departure;
        }

        var hold = CustomsPlanner.Terms(HoldPractice.NotToLoad, parcel, 1) with { Port = parcel.Lane.Origin.Locode };
        script.Decide(authority, DecisionKind.HoldPlaced, at + random.Hours(2, 3), hold);
        if (random.Chance(0.6))
        {
            var lifted = at + random.Hours(24, 72);
            script.Decide(authority, DecisionKind.HoldRemoved, lifted, hold);
            return NextFlight(parcel, Later(departure, lifted + TimeSpan.FromHours(2)));
        }

        script.Scan(TransportStatus.Returning, parcel.Lane.Origin, at + random.Hours(30, 60));
        script.Scan(TransportStatus.Returned, parcel.Lane.Origin, at + random.Hours(80, 120));
        script.Outcome.Held = true;
        return TimeSpan.MinValue;
    }

    private TimeSpan Fly(JourneyScript script, TimeSpan departure)
    {
        var parcel = script.Consignment;
        var lane = parcel.Lane;
        var flight = TimeSpan.FromHours(lane.FlightHours);
        var landsAt = departure + flight + (lane.Transit is null ? TimeSpan.Zero : TimeSpan.FromHours(3));
        script.Board(NumberSeries.MasterBill(parcel.Carrier.Code, lane.Gateway.Airport, departure.Ticks), landsAt);
        script.ScanPieces(TransportStatus.InTransitLoaded, lane.Origin, departure - random.Hours(0.8, 1.5));
        script.Scan(TransportStatus.InTransitDeparted, lane.Origin, departure);
        if (lane.Transit is { } transit)
        {
            var there = departure + (flight * 0.6);
            script.Scan(TransportStatus.InTransitArrived, transit, there);
            script.Scan(TransportStatus.InTransitDeparted, transit, there + TimeSpan.FromHours(3));
        }

        script.Scan(TransportStatus.InTransitArrived, lane.Gateway, landsAt);
        script.LandsAt = null;
        script.ScanPieces(TransportStatus.InTransitUnloaded, lane.Gateway, landsAt + random.Hours(0.3, 1));
        var atBorder = landsAt + random.Hours(1.2, 3);
        script.Scan(TransportStatus.AtBorder, lane.Gateway, atBorder);
        return atBorder;
    }

    private void CrossBorder(JourneyScript script, TimeSpan arrived)
    {
        var parcel = script.Consignment;
        var passage = customs.Plan(script, arrived);
        switch (passage.Kind)
        {
            case PassageKind.Free:
                DeliverFrom(script, parcel.Lane.Gateway, passage.At);
                break;
            case PassageKind.MovedThoughHeld:
                script.UnderKnownHold = true;
                var delivered = Deliver(script, parcel.Lane.Gateway, passage.At);
                script.UnderKnownHold = false;
                customs.SettleAfterViolation(script, passage, delivered);
                break;
            case PassageKind.SentBack:
                script.Scan(TransportStatus.Returning, parcel.Lane.Gateway, passage.At);
                script.Scan(TransportStatus.Returned, parcel.Lane.Origin, passage.At + random.Hours(90, 200));
                break;
            case PassageKind.Destroyed:
                script.Scan(TransportStatus.Destroyed, parcel.Lane.Gateway, passage.At);
                break;
            default:
                break;
        }
    }

    private void DeliverFrom(JourneyScript script, Port from, TimeSpan at)
    {
        var parcel = script.Consignment;
        if (random.Chance(Lost))
        {
            script.Scan(TransportStatus.ExceptionLost, from, at + random.Hours(48, 96));
            return;
        }

        if (random.Chance(rates.CarrierHold))
        {
            at = CarrierHold(script, from, at);
        }

        if (!random.Chance(Refused))
        {
            Deliver(script, from, at);
            return;
        }

        at += random.Hours(10, 40);
        script.Scan(TransportStatus.AttemptedRefused, parcel.Town.Hub, at, place: parcel.Town.Place);
        script.Scan(TransportStatus.Returning, parcel.Town.Hub, at + random.Hours(20, 40));
        script.Scan(TransportStatus.Returned, parcel.Lane.Origin, at + random.Hours(200, 300));
    }

    private TimeSpan CarrierHold(JourneyScript script, Port at, TimeSpan from)
    {
        var parcel = script.Consignment;
        var carrier = new Authority(parcel.Carrier.Code, at.Country, false, "");
        var hold = new HoldTerms { Kind = HoldKind.Carrier, Reason = "Address to be confirmed", Reference = $"K{parcel.Serial:D8}", Port = at.Locode };
        script.Decide(carrier, DecisionKind.HoldPlaced, from + TimeSpan.FromMinutes(20), hold);
        script.Scan(TransportStatus.ExceptionAddress, at, from + TimeSpan.FromMinutes(30));
        var removed = from + random.Hours(6, 40);
        script.Decide(carrier, DecisionKind.HoldRemoved, removed, hold);
        return removed + TimeSpan.FromHours(1);
    }

    /// <summary>From the hub at the port of entry to the door.</summary>
    private TimeSpan Deliver(JourneyScript script, Port from, TimeSpan at)
    {
        var town = script.Consignment.Town;
        if (town.Hub != from)
        {
            script.Scan(TransportStatus.InTransitDeparted, from, at);
            at += random.Hours(5, 30);
            script.Scan(TransportStatus.InTransitArrived, town.Hub, at);
        }

        at += random.Hours(1, 4);
        script.ScanPieces(TransportStatus.InTransitSorted, town.Hub, at);
        at += random.Hours(3, 14);
        script.Scan(TransportStatus.OutForDelivery, town.Hub, at, place: town.Place);
        at += random.Hours(1, 8);
        if (random.Chance(0.08))
        {
            script.Scan(TransportStatus.AttemptedAbsent, town.Hub, at, place: town.Place);
            at += random.Hours(18, 26);
            script.Scan(TransportStatus.OutForDelivery, town.Hub, at, place: town.Place);
            at += random.Hours(1, 6);
        }

        var how = random.Weighted(Deliveries, way => way.Weight).Status;
        if (!script.UnderKnownHold)
        {
            foreach (var piece in script.Consignment.Pieces)
            {
                script.Scan(how, town.Hub, at, place: town.Place, piece: piece);
            }
        }

        script.Scan(how, town.Hub, at + TimeSpan.FromMinutes(1), place: town.Place);
        return at;
    }

    private static readonly IReadOnlyList<(TransportStatus Status, double Weight)> Deliveries =
        [(TransportStatus.DeliveredRecipient, 8), (TransportStatus.DeliveredNeighbour, 1), (TransportStatus.DeliveredLocker, 1)];

    private static TimeSpan Later(TimeSpan one, TimeSpan other) => one > other ? one : other;

    private static Decision Export(Decision decision) => decision with { Procedure = CustomsProcedure.Export };
}
