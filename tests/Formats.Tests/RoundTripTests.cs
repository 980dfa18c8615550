using System.Collections.Immutable;
using System.Buffers;
using System.Text;
using CsCheck;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Json;

namespace Tracking.Formats.Tests;

/// <summary>What was written is read as the same fact, and what was damaged never harms more than itself.</summary>
public sealed class RoundTripTests
{
    private static readonly Gen<string> AnyText = Gen.Char[' ', '\uFFFD'].Where(c => !char.IsControl(c) && !char.IsSurrogate(c)).Array[0, 40]
        .Select(c => "x" + new string(c));

    private static readonly Gen<string?> MaybeText = Gen.OneOf(Gen.Const((string?)null), AnyText.Select(t => (string?)t));

    private static readonly Gen<ShipmentNumber> Number = Gen.Select(Gen.OneOf("ups", "dhl-express", "4px"), Gen.Char["ABZ019-./_"].Array[1, 64])
        .Select((carrier, number) => ShipmentNumber.TryCreate(carrier, new string(number), out var result) ? result : default);

    private static readonly Gen<ReportedTime> Time = Gen.Select(Gen.Long[0, 7_289_654_399_999_999], Gen.Int[-840, 840])
        .Select((at, offset) => new ReportedTime(at, (short)offset))
        .Where(t => t.ToDateTimeOffset().Year is >= 1970 and <= 2200);

    private static readonly Gen<Place?> AnyPlace = Gen.OneOf<Place?>(null, new Place("US", "USMEM"), new Place("DE", PostalCode: "10 115"), new Place("BR"), new Place("BR", "BRSAO", "01000"));

    private static readonly Gen<decimal?> AnyAmount = Gen.OneOf(Gen.Const((decimal?)null), Gen.Int[0, 1_000_000_000].Select(i => (decimal?)(i / 1000m)));

    private static readonly Gen<int?> AnyCount = Gen.OneOf(Gen.Const((int?)null), Gen.Int[1, 1_000_000].Select(i => (int?)i));

    private static readonly Gen<ImmutableArray<GoodsLine>> AnyGoods =
        Gen.Select(AnyText, MaybeText, AnyAmount, AnyCount, AnyAmount).Select((description, brand, value, quantity, weight) => new GoodsLine
        {
            Description = description,
            Brand = brand,
            Value = value,
            Currency = "EUR",
            Quantity = quantity,
            WeightKg = weight,
            HsCode = "910211",
        }).Array[0, 3].Select(g => g.ToImmutableArray());

    private static readonly Gen<Fact> AnyScan =
        Gen.Select(Number, Time, Gen.Select(MaybeText, MaybeText, MaybeText), AnyPlace, Gen.Enum<TransportStatus>(), AnyCount, AnyAmount, Gen.Enum<CustomsReport>())
            .Select((number, time, texts, place, status, pieces, weight, customs) => (Fact)new Scan
            {
                Number = number,
                Source = number.Carrier,
                OccurredAt = time,
                ReceivedAt = Samples.Reception.ReceivedAt,
                ReportedBy = Samples.Reporter,
                Id = texts.Item1,
                Text = texts.Item2,
                Corrects = texts.Item3,
                Withdraws = texts.Item3 is not null,
                Place = place,
                Status = status,
                Pieces = pieces,
                WeightKg = weight,
                Customs = customs,
                Code = "AR",
            });

    private static readonly Gen<Fact> AnyManifest =
        Gen.Select(Number, Time, AnyPlace, AnyGoods, Number.Array[0, 4], MaybeText, Gen.Enum<PartyRole>(), Time).Select((number, time, place, goods, pieces, text, role, arrival) => (Fact)new Manifest
        {
            Number = number,
            Source = number.Carrier,
            OccurredAt = time,
            ReceivedAt = Samples.Reception.ReceivedAt,
            ReportedBy = Samples.Reporter,
            Pieces = [.. pieces.Select(p => p.Number).Distinct()],
            PieceCount = 7,
            Origin = place,
            Goods = goods,
            Conveyance = text,
            ExpectedArrival = arrival,
            Parties = [new Party(role, null, "US", text is null ? null : new PartyDetails { Name = text })],
        });

    private static readonly Gen<Fact> AnyDispatch =
        Gen.Select(Number, Time, AnyGoods, MaybeText).Select((number, time, goods, text) => (Fact)new Dispatch
        {
            Number = number,
            Source = "olist",
            OccurredAt = time,
            ReceivedAt = Samples.Reception.ReceivedAt,
            ReportedBy = Samples.Reporter,
            Seller = SellerKey.Parse("olist/a-1"),
            Order = text,
            Listing = text,
            Goods = goods,
        });

    private static readonly Gen<Fact> AnyDecision =
        Gen.Select(Number, Time, AnyText, MaybeText, Gen.Enum<DecisionKind>(), Gen.Enum<HoldKind>().Where(k => k != HoldKind.Carrier), Gen.Enum<CustomsProcedure>(), Gen.Enum<ClearancePurpose>())
            .Select((number, time, id, text, kind, hold, procedure, purpose) => (Fact)new Decision
            {
                Number = number,
                Source = "us-cbp",
                OccurredAt = time,
                ReceivedAt = Samples.Reception.ReceivedAt,
                ReportedBy = Samples.Reporter,
                Id = id,
                Kind = kind,
                Territory = "EU",
                Procedure = procedure,
                Sequence = 7,
                Pieces = ["P1"],
                Hold = new HoldTerms { Kind = hold, Reason = text, ReasonRestricted = text is null },
                Permits = kind == DecisionKind.PermitGiven ? purpose : null,
                Deletes = kind == DecisionKind.Deleted ? id : null,
            });

    internal static readonly Gen<Fact> AnyFact = Gen.OneOf(AnyScan, AnyManifest, AnyDispatch, AnyDecision);

    [Fact]
    public void What_was_written_is_read_as_the_same_fact() => AnyFact.Sample(
        fact =>
        {
            var reading = FactJson.ReaderOf(fact).Read(FactJson.ToUtf8(fact), Samples.Reception);
            Assert.Empty(reading.Complaints);
            Assert.Equal(Encoding.UTF8.GetString(FactJson.ToUtf8(fact)), Encoding.UTF8.GetString(FactJson.ToUtf8(reading.Fact!)));
            Assert.Equal(Flat(fact), Flat(reading.Fact!));
        },
        iter: 3_000);

    [Theory]
    [MemberData(nameof(Samples.All), MemberType = typeof(Samples))]
    public void Bytes_that_were_damaged_give_a_fact_or_complaints_and_nothing_else(string kind, string sample)
    {
        var reader = Samples.ReaderOf(kind);
        var whole = Encoding.UTF8.GetBytes(sample);
        Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte).Array[1, 4].Sample(
            damages =>
            {
                var bytes = (byte[])whole.Clone();
                foreach (var (at, value) in damages)
                {
                    bytes[at] = value;
                }

                var reading = reader.Read(bytes, Samples.Reception);
                return (reading.Fact is null) != reading.Complaints.IsEmpty;
            },
            iter: 20_000);
    }

    [Fact]
    public void A_damaged_line_harms_none_of_its_neighbours()
    {
        var line = Encoding.UTF8.GetBytes(Samples.Scan);
        Gen.Select(Gen.Int[0, line.Length - 1], Gen.Byte.Where(b => b != '\n')).Array[1, 8].Sample(
            damages =>
            {
                var damaged = (byte[])line.Clone();
                foreach (var (at, value) in damages)
                {
                    damaged[at] = value;
                }

                var body = new ReadOnlySequence<byte>([.. line, (byte)'\n', .. damaged, (byte)'\n', .. line]);
                var framer = new LineFramer();
                var facts = new List<bool>();
                while (framer.Next(ref body, final: true, out var item) == Framing.Item)
                {
                    facts.Add(ScanJson.Instance.Read(item.ToArray(), Samples.Reception).Fact is not null);
                }

                return facts.Count == 3 && facts[0] && facts[2];
            },
            iter: 5_000);
    }

    [Fact]
    public void An_element_with_a_fault_inside_its_brackets_harms_none_of_its_neighbours()
    {
        var body = new ReadOnlySequence<byte>(Encoding.UTF8.GetBytes($"[{Samples.Scan},{{\"carrier\":nonsense}},{{\"a\" 1}},{Samples.Scan}]"));
        var framer = new ArrayFramer();
        var facts = new List<bool>();
        while (framer.Next(ref body, final: true, out var item) == Framing.Item)
        {
            facts.Add(ScanJson.Instance.Read(item.ToArray(), Samples.Reception).Fact is not null);
        }

        Assert.Equal([true, false, false, true], facts);
    }

    /// <summary>A fact without its arrays, which compare by reference; the JSON compares those.</summary>
    internal static Fact Flat(Fact fact) => fact switch
    {
        Manifest m => m with { Pieces = [], Parties = [], Goods = [] },
        Dispatch d => d with { Goods = [] },
        Decision d => d with { Pieces = [] },
        _ => fact,
    };
}
