using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments;

/// <summary>A fact's content as one unambiguous text: every field with its place, in a fixed order, so that equal texts mean equal content.</summary>
internal static class FactText
{
    public static void Write(ref TextBuffer to, Fact fact)
    {
        Field(ref to, fact.Number.ToString());
        Field(ref to, fact.OccurredAt.Microseconds);
        Field(ref to, fact.Corrects);
        Field(ref to, fact.Withdraws ? "w" : null);
        switch (fact)
        {
            case Scan scan:
                WriteScan(ref to, scan);
                break;
            case Manifest manifest:
                WriteManifest(ref to, manifest);
                break;
            case Dispatch dispatch:
                Field(ref to, dispatch.Seller.ToString());
                Field(ref to, dispatch.Order);
                Field(ref to, dispatch.Listing);
                WriteGoods(ref to, dispatch.Goods);
                break;
            case Decision decision:
                WriteDecision(ref to, decision);
                break;
        }
    }

    private static void WriteScan(ref TextBuffer to, Scan scan)
    {
        Field(ref to, (byte)scan.Status);
        Field(ref to, scan.Code);
        Field(ref to, scan.Text);
        Field(ref to, scan.Place?.ToString());
        Field(ref to, scan.Pieces);
        Field(ref to, scan.WeightKg);
        Field(ref to, scan.Container);
        Field(ref to, scan.MasterBill);
        Field(ref to, (byte)scan.Customs);
        if (scan.Packing is { } packing)
        {
            Field(ref to, packing.Box);
            Field(ref to, packing.Out ? "o" : null);
        }
    }

    private static void WriteManifest(ref TextBuffer to, Manifest manifest)
    {
        List(ref to, manifest.Pieces);
        Field(ref to, manifest.PieceCount);
        Field(ref to, manifest.Origin?.ToString());
        Field(ref to, manifest.Destination?.ToString());
        Field(ref to, manifest.MasterBill);
        Field(ref to, manifest.Conveyance);
        Field(ref to, manifest.PortOfEntry);
        Field(ref to, manifest.ExpectedArrival?.Microseconds);
        WriteGoods(ref to, manifest.Goods);
        Field(ref to, PartyHash.Of(manifest));
    }

    private static void WriteDecision(ref TextBuffer to, Decision decision)
    {
        Field(ref to, (byte)decision.Kind);
        Field(ref to, decision.Territory);
        Field(ref to, (byte)decision.Procedure);
        Field(ref to, decision.Sequence);
        List(ref to, decision.Pieces);
        Field(ref to, decision.PieceCount);
        Field(ref to, decision.Permits is { } permit ? (byte)permit : null);
        Field(ref to, decision.Deletes);
        Field(ref to, decision.Hold?.Kind is { } kind ? (byte)kind : null);
        Field(ref to, decision.Hold?.LegalBasis);
        Field(ref to, decision.Hold?.Reason);
        Field(ref to, decision.Hold?.Reference);
        Field(ref to, decision.Hold?.Code);
        Field(ref to, decision.Hold?.Port);
        Field(ref to, decision.Hold?.ReasonRestricted == true ? "r" : null);
        WriteLaterFields(ref to, decision);
    }

    // Fields that came later leave the text of facts without them as it was: their hashes lie in journals.
    private static void WriteLaterFields(ref TextBuffer to, Decision decision)
    {
        if (decision.Hold?.UntilRelease == true)
        {
            Field(ref to, "u");
        }

        if (decision.Code is not null || decision.Text is not null)
        {
            Field(ref to, decision.Code);
            Field(ref to, decision.Text);
        }

        foreach (var anchor in decision.Anchors.IsDefault ? [] : decision.Anchors)
        {
            Field(ref to, anchor.Fact);
            Field(ref to, anchor.At.Microseconds);
            Field(ref to, anchor.Evidence);
            Field(ref to, anchor.Length);
        }
    }

    private static void WriteGoods(ref TextBuffer to, ImmutableArray<GoodsLine> goods)
    {
        Field(ref to, goods.Length);
        foreach (var line in goods)
        {
            Field(ref to, line.Description);
            Field(ref to, line.HsCode);
            Field(ref to, line.Brand);
            Field(ref to, line.Value);
            Field(ref to, line.Currency);
            Field(ref to, line.Quantity);
            Field(ref to, line.WeightKg);
        }
    }

    private static void List(ref TextBuffer to, ImmutableArray<string> values)
    {
        Field(ref to, values.Length);
        foreach (var value in values)
        {
            Field(ref to, value);
        }
    }

    private static void Field(ref TextBuffer to, string? value)
    {
        to.Append(value.AsSpan());
        to.Append(value is null ? '\u0001' : '\0');
    }

    private static void Field(ref TextBuffer to, long? value)
    {
        if (value is { } number)
        {
            to.Append(number);
        }

        to.Append('\0');
    }

    // 1.50 and 1.5 are the same weight.
    private static void Field(ref TextBuffer to, decimal? value)
    {
        if (value is { } number)
        {
            to.Append(number, "0.############################");
        }

        to.Append('\0');
    }
}
