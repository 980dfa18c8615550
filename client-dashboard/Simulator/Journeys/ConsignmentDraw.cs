using System.Collections.Immutable;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Simulator.Carriers;
using Tracking.Simulator.Goods;
using Tracking.Simulator.Places;
using Tracking.Simulator.Sellers;

namespace Tracking.Simulator.Journeys;

/// <summary>Draws who sends what to whom.</summary>
internal sealed class ConsignmentDraw(WorldRandom random, NumberSeries numbers, SellerRoster sellers, WorldClock clock)
{
    private const double CounterfeitOfBad = 0.3;
    private const int MostPieces = 6;

    private long serial;

    public Consignment Next(TimeSpan orderedAt)
    {
        var seller = sellers.Pick(clock.At(orderedAt));
        var counterfeit = seller.Bad && random.Chance(CounterfeitOfBad);
        var carrier = random.Weighted(CarrierRoster.All, habits => habits.Weight);
        var lane = random.Weighted(carrier.CrossesBorders ? Lanes.Borders : Lanes.Inland, way => way.Weight);
        var number = numbers.Bill(carrier.Format, ++serial);
        ShipmentNumber.TryCreate(carrier.Code, number, out var bill);
        var pieceCount = random.Chance(0.85) ? 1 : random.Between(2, MostPieces);
        var goods = Goods(counterfeit, pieceCount);
        return new Consignment
        {
            Serial = serial,
            Carrier = carrier,
            Lane = lane,
            Town = random.Pick(lane.Towns),
            Bill = bill,
            Pieces = carrier.ScansPieces && pieceCount > 1
                ? [.. Enumerable.Range(1, pieceCount).Select(piece => numbers.Piece(carrier.Format, number, serial, piece))]
                : [],
            PieceCount = pieceCount,
            Goods = goods,
            WeightKg = goods.Sum(line => line.WeightKg ?? 0),
            Seller = seller,
            Counterfeit = counterfeit,
            OrderedAt = orderedAt,
        };
    }

    private ImmutableArray<GoodsLine> Goods(bool counterfeit, int pieces)
    {
        var lines = ImmutableArray.CreateBuilder<GoodsLine>();
        for (var i = random.Between(1, 3); i > 0; i--)
        {
            var product = counterfeit ? random.Weighted(Catalogue.Products, kind => kind.CopyWeight) : random.Pick(Catalogue.Products);
            var quantity = random.Chance(0.8) ? 1 : random.Between(2, 5 * pieces);
            lines.Add(new GoodsLine
            {
                Description = product.Description,
                HsCode = product.HsCode,
                Brand = product.CopyWeight > 0 && (counterfeit || random.Chance(0.3)) ? random.Pick(Catalogue.Brands) : null,

                // A copy costs a fraction of the real thing: what a risk engine later looks for.
                Value = Math.Round(product.Price * (decimal)(counterfeit ? random.Between(0.04, 0.2) : random.Between(0.6, 1.1)) * quantity, 2),
                Currency = "USD",
                Quantity = quantity,
                WeightKg = product.WeightKg * quantity,
            });
        }

        return lines.ToImmutable();
    }
}
