using System.Buffers;
using System.Collections.Immutable;
using System.Text.Json;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;

namespace Tracking.Formats.Json;

/// <summary>
/// Writes facts as the partner API takes them: what a <see cref="FactReader"/> read, it reads again as the same fact.
/// When and from whom it was received is not part of it.
/// </summary>
public static class FactJson
{
    /// <summary>How a fact's kind is called: scan, manifest, dispatch or decision.</summary>
    /// <param name="fact">Any fact.</param>
    public static string KindOf(Fact fact) => ReaderOf(fact).Kind;

    /// <summary>The reader that reads such a fact.</summary>
    /// <param name="fact">Any fact.</param>
    public static FactReader ReaderOf(Fact fact) => fact switch
    {
        Scan => ScanJson.Instance,
        Manifest => ManifestJson.Instance,
        Dispatch => DispatchJson.Instance,
        Decision => DecisionJson.Instance,
        _ => throw new ArgumentOutOfRangeException(nameof(fact), fact?.GetType().Name, "The four kinds of facts are closed."),
    };

    /// <summary>A fact as UTF-8 on one line, without a line feed.</summary>
    /// <param name="fact">The fact.</param>
    public static byte[] ToUtf8(Fact fact)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var writer = new Utf8JsonWriter(buffer))
        {
            Write(writer, fact);
        }

        return buffer.WrittenSpan.ToArray();
    }

    /// <summary>Writes a fact as one JSON object.</summary>
    /// <param name="writer">Where to.</param>
    /// <param name="fact">The fact.</param>
    public static void Write(Utf8JsonWriter writer, Fact fact)
    {
        ArgumentNullException.ThrowIfNull(writer);
        ArgumentNullException.ThrowIfNull(fact);
        writer.WriteStartObject();
        writer.WriteString("carrier"u8, fact.Number.Carrier);
        writer.WriteString("number"u8, fact.Number.Number);
        Text(writer, "id"u8, fact.Id);
        writer.WriteString("occurredAt"u8, fact.OccurredAt.ToString());
        switch (fact)
        {
            case Scan scan:
                Own(writer, scan);
                break;
            case Manifest manifest:
                Own(writer, manifest);
                break;
            case Dispatch dispatch:
                Own(writer, dispatch);
                break;
            case Decision decision:
                Own(writer, decision);
                break;
        }

        Text(writer, "corrects"u8, fact.Corrects);
        Truth(writer, "withdraws"u8, fact.Withdraws);
        writer.WriteEndObject();
    }

    private static void Own(Utf8JsonWriter writer, Scan scan)
    {
        writer.WriteString("status"u8, EnumTexts.ToText(scan.Status));
        Text(writer, "code"u8, scan.Code);
        Text(writer, "text"u8, scan.Text);
        Place(writer, "place"u8, scan.Place);
        Whole(writer, "pieces"u8, scan.Pieces);
        Amount(writer, "weightKg"u8, scan.WeightKg);
        Text(writer, "container"u8, scan.Container);
        Text(writer, "masterBill"u8, scan.MasterBill);
        if (scan.Packing is { } packing)
        {
            writer.WriteString(packing.Out ? "takenOutOf"u8 : "packedInto"u8, packing.Box);
        }

        if (scan.Customs != CustomsReport.None)
        {
            writer.WriteString("customs"u8, EnumTexts.ToText(scan.Customs));
        }
    }

    private static void Own(Utf8JsonWriter writer, Manifest manifest)
    {
        Pieces(writer, manifest.Pieces);
        Whole(writer, "pieceCount"u8, manifest.PieceCount);
        Parties(writer, manifest.Parties);
        Place(writer, "origin"u8, manifest.Origin);
        Place(writer, "destination"u8, manifest.Destination);
        Goods(writer, manifest.Goods);
        Text(writer, "masterBill"u8, manifest.MasterBill);
        Text(writer, "conveyance"u8, manifest.Conveyance);
        Text(writer, "portOfEntry"u8, manifest.PortOfEntry);
        Time(writer, "expectedArrival"u8, manifest.ExpectedArrival);
    }

    private static void Own(Utf8JsonWriter writer, Dispatch dispatch)
    {
        writer.WriteString("marketplace"u8, dispatch.Seller.Marketplace);
        writer.WriteString("account"u8, dispatch.Seller.Account);
        Text(writer, "order"u8, dispatch.Order);
        Text(writer, "listing"u8, dispatch.Listing);
        Goods(writer, dispatch.Goods);
    }

    private static void Own(Utf8JsonWriter writer, Decision decision)
    {
        writer.WriteString("authority"u8, decision.Source);
        writer.WriteString("territory"u8, decision.Territory);
        if (decision.Procedure != CustomsProcedure.Import)
        {
            writer.WriteString("procedure"u8, EnumTexts.ToText(decision.Procedure));
        }

        writer.WriteString("kind"u8, EnumTexts.ToText(decision.Kind));
        Whole(writer, "sequence"u8, decision.Sequence);
        Pieces(writer, decision.Pieces);
        Whole(writer, "pieceCount"u8, decision.PieceCount);
        if (decision.Hold is { } hold)
        {
            Hold(writer, hold);
        }

        if (decision.Permits is { } purpose)
        {
            writer.WriteString("permits"u8, EnumTexts.ToText(purpose));
        }

        Text(writer, "deletes"u8, decision.Deletes);
        Text(writer, "code"u8, decision.Code);
        Text(writer, "text"u8, decision.Text);
        Anchors(writer, decision.Anchors);
    }

    private static void Anchors(Utf8JsonWriter writer, ImmutableArray<Anchor> anchors)
    {
        if (anchors.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("anchors"u8);
        foreach (var anchor in anchors)
        {
            writer.WriteStartObject();
            writer.WriteString("fact"u8, anchor.Fact);
            writer.WriteString("at"u8, anchor.At.ToString());
            Text(writer, "evidence"u8, anchor.Evidence);
            Whole(writer, "length"u8, anchor.Length);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Hold(Utf8JsonWriter writer, HoldTerms hold)
    {
        writer.WriteStartObject("hold"u8);
        if (hold.Kind is { } kind)
        {
            writer.WriteString("kind"u8, EnumTexts.ToText(kind));
        }

        Text(writer, "legalBasis"u8, hold.LegalBasis);
        Text(writer, "reason"u8, hold.Reason);
        Text(writer, "reference"u8, hold.Reference);
        Text(writer, "code"u8, hold.Code);
        Text(writer, "port"u8, hold.Port);
        Truth(writer, "reasonRestricted"u8, hold.ReasonRestricted);
        Truth(writer, "untilRelease"u8, hold.UntilRelease);
        writer.WriteEndObject();
    }

    private static void Place(Utf8JsonWriter writer, ReadOnlySpan<byte> name, Place? place)
    {
        if (place is null)
        {
            return;
        }

        writer.WriteStartObject(name);
        Text(writer, "locode"u8, place.Locode);
        Text(writer, "postalCode"u8, place.PostalCode);
        writer.WriteString("country"u8, place.Country);
        writer.WriteEndObject();
    }

    private static void Pieces(Utf8JsonWriter writer, ImmutableArray<string> pieces)
    {
        if (pieces.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("pieces"u8);
        foreach (var piece in pieces)
        {
            writer.WriteStringValue(piece);
        }

        writer.WriteEndArray();
    }

    private static void Parties(Utf8JsonWriter writer, ImmutableArray<Party> parties)
    {
        if (parties.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("parties"u8);
        foreach (var party in parties)
        {
            writer.WriteStartObject();
            writer.WriteString("role"u8, EnumTexts.ToText(party.Role));
            Text(writer, "name"u8, party.Details?.Name);
            Text(writer, "address"u8, party.Details?.Address);
            Text(writer, "country"u8, party.Country);
            Text(writer, "email"u8, party.Details?.Email);
            Text(writer, "phone"u8, party.Details?.Phone);
            Text(writer, "account"u8, party.Details?.Account);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Goods(Utf8JsonWriter writer, ImmutableArray<GoodsLine> goods)
    {
        if (goods.IsDefaultOrEmpty)
        {
            return;
        }

        writer.WriteStartArray("goods"u8);
        foreach (var line in goods)
        {
            writer.WriteStartObject();
            writer.WriteString("description"u8, line.Description);
            Text(writer, "hsCode"u8, line.HsCode);
            Text(writer, "brand"u8, line.Brand);
            Amount(writer, "value"u8, line.Value);
            Text(writer, "currency"u8, line.Currency);
            Whole(writer, "quantity"u8, line.Quantity);
            Amount(writer, "weightKg"u8, line.WeightKg);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
    }

    private static void Text(Utf8JsonWriter writer, ReadOnlySpan<byte> name, string? value)
    {
        if (value is not null)
        {
            writer.WriteString(name, value);
        }
    }

    private static void Time(Utf8JsonWriter writer, ReadOnlySpan<byte> name, ReportedTime? value)
    {
        if (value is { } time)
        {
            writer.WriteString(name, time.ToString());
        }
    }

    private static void Whole(Utf8JsonWriter writer, ReadOnlySpan<byte> name, long? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void Amount(Utf8JsonWriter writer, ReadOnlySpan<byte> name, decimal? value)
    {
        if (value is { } number)
        {
            writer.WriteNumber(name, number);
        }
    }

    private static void Truth(Utf8JsonWriter writer, ReadOnlySpan<byte> name, bool value)
    {
        if (value)
        {
            writer.WriteBoolean(name, value);
        }
    }
}
