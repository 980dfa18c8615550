using System.Globalization;
using System.Text;
using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments;

/// <summary>A fact's content as one unambiguous text: every field with its place, in a fixed order, so that equal texts mean equal content.</summary>
internal static class FactText
{
    public static void Write(StringBuilder to, Fact fact)
    {
        Field(to, fact.Number.ToString());
        Field(to, fact.OccurredAt.Microseconds);
        Field(to, fact.Corrects);
        Field(to, fact.Withdraws ? "w" : null);
        switch (fact)
        {
            case Scan scan:
                WriteScan(to, scan);
                break;
            case Manifest manifest:
                WriteManifest(to, manifest);
                break;
            case Dispatch dispatch:
                Field(to, dispatch.Seller.ToString());
                Field(to, dispatch.Order);
                Field(to, dispatch.Listing);
                WriteGoods(to, dispatch.Goods);
                break;
            case Decision decision:
                WriteDecision(to, decision);
                break;
        }
    }

    private static void WriteScan(StringBuilder to, Scan scan)
    {
        Field(to, (byte)scan.Status);
        Field(to, scan.Code);
        Field(to, scan.Text);
        Field(to, scan.Place?.ToString());
        Field(to, scan.Pieces);
        Field(to, scan.WeightKg);
        Field(to, scan.Container);
        Field(to, scan.MasterBill);
        Field(to, (byte)scan.Customs);
    }

    private static void WriteManifest(StringBuilder to, Manifest manifest)
    {
        List(to, manifest.Pieces);
        Field(to, manifest.PieceCount);
        Field(to, manifest.Origin?.ToString());
        Field(to, manifest.Destination?.ToString());
        Field(to, manifest.MasterBill);
        Field(to, manifest.Conveyance);
        Field(to, manifest.PortOfEntry);
        Field(to, manifest.ExpectedArrival?.Microseconds);
        WriteGoods(to, manifest.Goods);
        Field(to, PartyHash.Of(manifest));
    }

    private static void WriteDecision(StringBuilder to, Decision decision)
    {
        Field(to, (byte)decision.Kind);
        Field(to, decision.Territory);
        Field(to, (byte)decision.Procedure);
        Field(to, decision.Sequence);
        List(to, decision.Pieces);
        Field(to, decision.PieceCount);
        Field(to, decision.Permits is { } permit ? (byte)permit : null);
        Field(to, decision.Deletes);
        Field(to, decision.Hold?.Kind is { } kind ? (byte)kind : null);
        Field(to, decision.Hold?.LegalBasis);
        Field(to, decision.Hold?.Reason);
        Field(to, decision.Hold?.Reference);
        Field(to, decision.Hold?.Code);
        Field(to, decision.Hold?.Port);
        Field(to, decision.Hold?.ReasonRestricted == true ? "r" : null);
    }

    private static void WriteGoods(StringBuilder to, ImmutableArray<GoodsLine> goods)
    {
        Field(to, goods.Length);
        foreach (var line in goods)
        {
            Field(to, line.Description);
            Field(to, line.HsCode);
            Field(to, line.Brand);
            Field(to, line.Value);
            Field(to, line.Currency);
            Field(to, line.Quantity);
            Field(to, line.WeightKg);
        }
    }

    private static void List(StringBuilder to, ImmutableArray<string> values)
    {
        Field(to, values.Length);
        foreach (var value in values)
        {
            Field(to, value);
        }
    }

    private static void Field(StringBuilder to, string? value) => to.Append(value).Append(value is null ? '\u0001' : '\0');

    private static void Field(StringBuilder to, long? value) => to.Append(CultureInfo.InvariantCulture, $"{value}").Append('\0');

    // 1.50 and 1.5 are the same weight.
    private static void Field(StringBuilder to, decimal? value) =>
        to.Append(value?.ToString("0.############################", CultureInfo.InvariantCulture)).Append('\0');
}
