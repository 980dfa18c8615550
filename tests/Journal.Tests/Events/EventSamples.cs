using CsCheck;
using NodaTime;
using Tracking.Contracts.Access;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Cases;
using Tracking.Domain.Clocks;
using Tracking.Domain.Orders;
using Tracking.Domain.Notices;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Journal.Tests.Events;

/// <summary>Any event that can be, for the round trips.</summary>
internal static class EventSamples
{
    private static readonly Gen<string> Text = Gen.Frequency((3, Gen.String[Gen.Char.AlphaNumeric, 1, 20]), (1, Pick("São Paulo", "\"quoted\"\\", "税关 \U0001F4E6", "<a&b>", "tab\tnul\0", "")));
    private static readonly Gen<string?> Maybe = Gen.Select(Gen.Bool, Text, (given, text) => given ? text : null);
    private static readonly Gen<decimal?> Amount = Gen.Select(Gen.Bool, Gen.Int[0, 1_000_000], Gen.Int[0, 4], (given, units, scale) => given ? new decimal(units, 0, 0, false, (byte)scale) : (decimal?)null);
    private static readonly Gen<int?> Count = Gen.Select(Gen.Bool, Gen.Int, (given, count) => given ? count : (int?)null);
    private static readonly Gen<ReportedTime> Time = Gen.Select(Gen.Long[-62_135_596_800_000_000, 253_402_300_799_999_999], Gen.Short[-840, 840], (at, offset) => new ReportedTime(at, offset));

    private static readonly Gen<ShipmentNumber> Number =
        Gen.Select(Pick("ups", "dhl-express", "4px"), Gen.String[Pick([.. "ABCXYZ0189-./_"]), 1, 64], (carrier, number) => World.Number(number, carrier));

    private static readonly Gen<Actor> Who =
        Gen.Select(Pick("ups", "us-cbp"), Pick("hub/louisville", "belt 7", "", "é"), Gen.Enum<ActorRole>(), (organisation, name, role) => new Actor(organisation, name, role));

    private static readonly Gen<Place?> Where =
        Gen.Select(Gen.Bool, Maybe, Maybe, (given, locode, postal) => given ? new Place("BR", locode, postal) : null);

    private static readonly Gen<ImmutableArray<string>> Pieces = Text.Array[0, 4].Select(pieces => pieces.ToImmutableArray());

    private static readonly Gen<ImmutableArray<GoodsLine>> Goods =
        Gen.Select(Text, Maybe, Amount, Count).Select((text, maybe, amount, count) => new GoodsLine
        {
            Description = text,
            Brand = maybe,
            HsCode = maybe,
            Value = amount,
            Currency = maybe,
            Quantity = count,
            WeightKg = amount,
        }).Array[0, 3].Select(lines => lines.ToImmutableArray());

    private static readonly Gen<ImmutableArray<Party>> Parties =
        Gen.Select(Gen.Enum<PartyRole>(), Maybe, Maybe).Select((role, reference, country) => new Party(role, reference, country, null))
            .Array[0, 3].Select(parties => parties.ToImmutableArray());

    private static readonly Gen<LinkRequest> Link =
        Gen.Select(Number, Number, Gen.Long, Gen.Select(Gen.ULong, Gen.ULong), Gen.Bool, Gen.Int[0, 9999])
            .Select((bill, piece, since, key, linked, version) => new LinkRequest(bill, piece, since, new UInt128(key.Item1, key.Item2), linked, version));

    private static readonly Gen<HoldTerms?> Terms =
        Gen.Select(Gen.Bool, Gen.Enum<HoldKind>(), Maybe, Maybe, Gen.Bool).Select((given, kind, left, right, restricted) => given
            ? new HoldTerms { Kind = restricted ? kind : null, LegalBasis = left, Reason = right, Reference = left, Code = right, Port = left, ReasonRestricted = restricted }
            : null);

    private static readonly Gen<Scan> Scans =
        Gen.Select(Gen.Select(Number, Text, Maybe, Time, Gen.Long), Gen.Select(Who, Maybe, Gen.Bool), Gen.Select(Gen.Enum<TransportStatus>(), Maybe, Where, Count, Amount, Gen.Enum<CustomsReport>()))
            .Select((first, second, third) => new Scan
            {
                Number = first.Item1,
                Source = second.Item3 ? first.Item1.Carrier : first.Item2,
                Id = first.Item3,
                OccurredAt = first.Item4,
                ReceivedAt = first.Item5,
                ReportedBy = second.Item1,
                Corrects = second.Item2,
                Withdraws = second.Item3,
                Status = third.Item1,
                Code = third.Item2,
                Text = second.Item2,
                Place = third.Item3,
                Pieces = third.Item4,
                WeightKg = third.Item5,
                Container = third.Item2,
                MasterBill = second.Item2,
                Customs = third.Item6,
                Packing = third.Item2 is null ? null : new Packing(third.Item2, second.Item3),
            });

    /// <summary>Events of every kind.</summary>
    public static Gen<ShipmentEvent> All { get; } = Gen.OneOf(
        Scans.Select(scan => (ShipmentEvent)new ScanReported(scan)),
        Gen.Select(Scans, Pieces, Parties, Goods, Where, Time, Maybe).Select((scan, pieces, parties, goods, where, time, maybe) => (ShipmentEvent)new ManifestFiled(new Manifest
        {
            Number = scan.Number,
            Source = scan.Source,
            Id = scan.Id,
            OccurredAt = scan.OccurredAt,
            ReceivedAt = scan.ReceivedAt,
            ReportedBy = scan.ReportedBy,
            Corrects = scan.Corrects,
            Withdraws = scan.Withdraws,
            Pieces = pieces,
            PieceCount = scan.Pieces,
            Parties = parties,
            PartiesHash = (uint)parties.Length,
            Origin = scan.Place,
            Destination = where,
            Goods = goods,
            MasterBill = scan.MasterBill,
            Conveyance = maybe,
            PortOfEntry = maybe,
            ExpectedArrival = scan.Withdraws ? time : null,
        })),
        Gen.Select(Scans, Goods, Maybe).Select((scan, goods, maybe) => (ShipmentEvent)new DispatchDeclared(new Dispatch
        {
            Number = scan.Number,
            Source = scan.Source,
            Id = scan.Id,
            OccurredAt = scan.OccurredAt,
            ReceivedAt = scan.ReceivedAt,
            ReportedBy = scan.ReportedBy,
            Corrects = scan.Corrects,
            Withdraws = scan.Withdraws,
            Seller = SellerKey.Parse("olist/s-1"),
            Order = maybe,
            Listing = scan.Code,
            Goods = goods,
        })),
        Gen.Select(Scans, Gen.Enum<DecisionKind>(), Gen.Enum<CustomsProcedure>(), Pieces, Terms, Gen.Enum<ClearancePurpose>(), Maybe)
            .Select((scan, kind, procedure, pieces, terms, purpose, maybe) => (ShipmentEvent)new DecisionReported(new Decision
            {
                Number = scan.Number,
                Source = scan.Source,
                Id = scan.Id,
                OccurredAt = scan.OccurredAt,
                ReceivedAt = scan.ReceivedAt,
                ReportedBy = scan.ReportedBy,
                Corrects = scan.Corrects,
                Withdraws = scan.Withdraws,
                Kind = kind,
                Territory = "US",
                Procedure = procedure,
                Sequence = scan.Withdraws ? scan.ReceivedAt : null,
                Pieces = pieces,
                PieceCount = scan.Pieces,
                Hold = terms,
                Permits = scan.Withdraws ? purpose : null,
                Deletes = maybe,
                Code = scan.Code,
                Text = scan.Text,
                Anchors = maybe is null ? [] : [new Anchor("presented", scan.OccurredAt, maybe, scan.Pieces)],
            })),
        Gen.Select(Link, Gen.Enum<LinkAnswer>(), Gen.Long).Select((link, answer, at) => (ShipmentEvent)new PieceAnswered(link, answer, at)),
        Gen.Select(Link, Gen.Long).Select((link, at) => (ShipmentEvent)new LinkTold(link, at)),
        Gen.Long.Select(at => (ShipmentEvent)new BoxNamed(at)),
        Gen.Select(Text, Who, Gen.Long).Select((hold, who, at) => (ShipmentEvent)new HoldMadeKnown(hold, who, at)),
        Gen.Select(Text, Gen.Long, Gen.Enum<OrderEffect>(), Gen.Enum<HoldKind>(), Gen.Bool, Gen.Long).Select((text, epoch, effect, kind, restricted, at) =>
            (ShipmentEvent)new OrderMatched($"us-cbp/{text}", epoch, effect, kind, text, restricted, at, at)),
        Gen.Select(Text, Gen.Long, Gen.Enum<OrderEnding>()).Select((text, at, why) => (ShipmentEvent)new OrderReleased($"us-cbp/{text}", at, why, at)),
        Gen.Select(Gen.Select(Text, Who, Maybe, Time), Gen.Select(Gen.Enum<CaseStage>(), Gen.Enum<CaseAction>(), Gen.Enum<ClockEffect>(), Gen.Int[0, 40_000]), Gen.Bool).Select((first, second, full) => (ShipmentEvent)new CaseDecided("us-cbp", new CaseChanged
        {
            Hold = first.Item1,
            Revision = second.Item4,
            From = second.Item1,
            Action = second.Item2,
            To = second.Item1,
            By = first.Item2,
            At = first.Item4,
            Reason = first.Item3,
            Reference = first.Item3,
            Evidence = full ? [new Domain.Cases.Evidence("mark.jpg", "image/jpeg", second.Item4, new string('a', 64))] : [],
            Confirmed = full
                ? new ConfirmedEffect("us.determination", "us-1", second.Item3, new LocalDate(1970, 1, 1).PlusDays(second.Item4), ClockTime.Of(second.Item4), "19 CFR 151.16(e)", "presented", ClockTime.Of(second.Item4), first.Item3)
                : null,
        })),
        Gen.Select(Gen.Select(Text, Who, Maybe, Time), Gen.Enum<NoticeKind>(), Gen.Enum<DisclosureStage>(), Gen.Enum<NoticeField>().Array[0, 4]).Select((first, kind, stage, fields) => (ShipmentEvent)new NoticeIssued
        {
            Authority = "us-cbp",
            Hold = first.Item1,
            Kind = kind,
            Stage = stage,
            Fields = [.. fields],
            Recipient = first.Item3,
            Reference = first.Item1,
            By = first.Item2,
            At = first.Item4,
        }),
        Gen.Select(Gen.Enum<DiscrepancyKind>(), Gen.ULong, Gen.ULong, Text, Who, Gen.Long).Select((kind, upper, lower, text, who, at) => (ShipmentEvent)new DiscrepancyClosed(kind, new UInt128(upper, lower), text, who, at)),
        Gen.Select(Text, Gen.Enum<DeadlineState>(), Gen.Long).Select((text, state, at) => (ShipmentEvent)new DeadlineStepped(new DeadlineKey("us-cbp", text, "us.decide"), "us-1", state, at, at)));

    private static Gen<T> Pick<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(index => values[index]);
}
