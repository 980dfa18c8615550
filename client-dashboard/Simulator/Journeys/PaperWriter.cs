using System.Collections.Immutable;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Simulator.Carriers;

namespace Tracking.Simulator.Journeys;

/// <summary>Writes what comes on paper: the marketplace's dispatch and the carrier's manifest.</summary>
internal sealed class PaperWriter(WorldRandom random, WorldClock clock)
{
    private const double WithoutDispatch = 0.08;
    private const double LatePaper = 0.08;

    private static readonly string[] GivenNames = ["Alex", "Maria", "Jordan", "Yuki", "Chiara", "Noah", "Lena", "Omar", "Grace", "Pavel", "Ines", "Tom"];
    private static readonly string[] FamilyNames = ["Miller", "Schmidt", "Rossi", "Tanaka", "Garcia", "Dubois", "Jansen", "Novak", "Clark", "Evans", "Lopez", "Weber"];

    public void WriteDispatch(JourneyScript script)
    {
        var parcel = script.Consignment;
        if (random.Chance(WithoutDispatch))
        {
            return;
        }

        var at = parcel.OrderedAt;
        var marketplace = parcel.Seller.Key.Marketplace;
        var dispatch = new Dispatch
        {
            Number = parcel.Bill,
            Source = marketplace,
            Id = marketplace == "orchard-market" ? null : script.NextId(),
            OccurredAt = ReportedTime.From(clock.At(at).ToOffset(TimeSpan.FromMinutes(parcel.Lane.Origin.OffsetMinutes))),
            ReceivedAt = 0,
            ReportedBy = JourneyScript.By(marketplace),
            Seller = parcel.Seller.Key,
            Order = $"{marketplace[..2].ToUpperInvariant()}{parcel.Serial:D9}",
            Listing = $"L{WorldRandom.Mix((ulong)parcel.Serial) % 1_000_000_000:D9}",
            Goods = parcel.Goods,
        };
        var late = random.Chance(LatePaper) ? random.Hours(24, 96) : random.Minutes(0.5, 10);
        script.SellerTold = true;
        if (dispatch.Id is null || !random.Chance(0.01))
        {
            script.Tell(dispatch, at + late, 0.01);
            return;
        }

        // The price was wrong at first.
        var wrong = dispatch with
        {
            Id = script.NextId(),
            Goods = [.. dispatch.Goods.Select(line => line with { Value = line.Value * 10 })],
        };
        script.Tell(wrong, at + late, 0);
        script.Tell(dispatch with { Corrects = wrong.Id }, at + late + random.Hours(1, 30), 0.01);
    }

    public void WriteManifest(JourneyScript script, TimeSpan acceptedAt, TimeSpan departure)
    {
        var parcel = script.Consignment;
        var lane = parcel.Lane;
        var at = acceptedAt + random.Hours(0.2, 1.5);
        var manifest = new Manifest
        {
            Number = parcel.Bill,
            Source = parcel.Carrier.Code,
            Id = script.CarrierId(),
            OccurredAt = script.CarrierTime(at, lane.Origin),
            ReceivedAt = 0,
            ReportedBy = JourneyScript.By(parcel.Carrier.Code),
            Pieces = parcel.Pieces,
            PieceCount = parcel.PieceCount,
            Parties = Parties(parcel),
            Origin = lane.Origin.Place,
            Destination = parcel.Town.Place,
            Goods = parcel.Goods,
            MasterBill = lane.Domestic ? null : NumberSeries.MasterBill(parcel.Carrier.Code, lane.Gateway.Airport, departure.Ticks),
            Conveyance = $"{parcel.Carrier.Code[..2].ToUpperInvariant()}{100 + (lane.FlightEveryHours * 10) + lane.Gateway.Locode[4] % 10}",
            PortOfEntry = lane.Domestic ? null : lane.Gateway.CustomsPort,
            ExpectedArrival = ReportedTime.From(clock.At(departure + TimeSpan.FromHours(lane.FlightHours)).ToOffset(TimeSpan.FromMinutes(lane.Gateway.OffsetMinutes))),
        };
        var late = random.Chance(LatePaper) ? random.Hours(12, 60) : random.Minutes(1, 20);
        script.Tell(manifest, at + late, parcel.Carrier.Duplicates);
    }

    private ImmutableArray<Party> Parties(Consignment parcel)
    {
        var given = random.Pick(GivenNames);
        var family = random.Pick(FamilyNames);
        return
        [
            new Party(PartyRole.Shipper, null, parcel.Lane.Origin.Country, new PartyDetails
            {
                Name = parcel.Seller.Name,
                Address = parcel.Seller.Address,
                Email = parcel.Seller.Email,
                Phone = parcel.Seller.Phone,
                Account = parcel.Seller.CarrierAccount,
            }),
            new Party(PartyRole.Consignee, null, parcel.Town.Country, new PartyDetails
            {
                Name = $"{given} {family}",
                Address = $"{random.Between(1, 240)} {random.Pick(FamilyNames)} Street, {parcel.Town.PostalCode} {parcel.Town.Name}",
                Email = $"{given.ToLowerInvariant()}.{family.ToLowerInvariant()}{random.Between(1, 99)}@mail.example",
            }),
        ];
    }
}
