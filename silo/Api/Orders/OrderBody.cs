using System.Text.Json;
using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Domain.Orders;
using Tracking.Formats;
using Tracking.Formats.Json;

namespace Tracking.Silo.Api.Orders;

/// <summary>A standing order as it is sent.</summary>
internal static class OrderBody
{
    /// <summary>The most words of an order.</summary>
    public const int MostWords = 16;

    /// <summary>The most days that an order is tried against.</summary>
    public const int MostDays = 90;

    public const string MarkForm = "TLP:CLEAR, TLP:GREEN, TLP:AMBER, TLP:AMBER+STRICT, TLP:RED";

    private const int CountryLength = 2;
    private const int CurrencyLength = 3;

    private static readonly string[] Known = ["owner", "id", "effect", "matches", "reason", "source", "sharing", "confidence", "expiresAt"];

    private static readonly string[] KnownMatches =
        ["seller", "brand", "hs", "words", "consignee", "address", "route", "carrier", "flight", "masterBill", "valuePerKilogram"];

    /// <summary>Reads an order that is only tried: what it matches, what it would do, in whose name, and how many days back.</summary>
    public static (StandingOrder? Order, int Days, ImmutableArray<Complaint> Complaints) ReadTrial(JsonElement root, Actor by, long now)
    {
        var complaints = new List<Complaint>();
        var fields = new BodyFields(root, "", complaints, "owner", "effect", "matches", "days");
        var days = fields.Whole("days", 1, MostDays);
        var (owner, effect, matches) = ReadTerms(fields, complaints);
        return complaints.Count > 0
            ? (null, 0, [.. complaints])
            : (new StandingOrder
            {
                Owner = owner!,
                Id = "trial",
                Effect = effect!.Value,
                Matches = matches,
                Reason = "",
                Source = "",
                Sharing = SharingMark.Red,
                Confidence = 0,
                PlacedAt = now,
                PlacedBy = by,
            }, days!.Value, []);
    }

    /// <summary>Reads an order, or says what is wrong with it.</summary>
    public static (StandingOrder? Order, ImmutableArray<Complaint> Complaints) Read(JsonElement root, Actor by, long now)
    {
        var complaints = new List<Complaint>();
        var fields = new BodyFields(root, "", complaints, Known);
        var id = fields.Normal("id", Limits.Id, NormaliseId, "an id of A-Z, a-z, 0-9 and - . _ : ~", required: true);
        var reason = fields.Text("reason", Limits.Prose, required: true);
        var source = fields.Text("source", Limits.Text, required: true);
        var sharing = fields.OneOf<SharingMark>("sharing", MarkOf, MarkForm);
        var confidence = fields.Whole("confidence", 0, 100);
        var expires = fields.Time("expiresAt");
        var (owner, effect, matches) = ReadTerms(fields, complaints);
        CheckTime(fields, effect, expires, now, root);
        return complaints.Count > 0
            ? (null, [.. complaints])
            : (new StandingOrder
            {
                Owner = owner!,
                Id = id!,
                Effect = effect!.Value,
                Matches = matches,
                Reason = reason!,
                Source = source!,
                Sharing = sharing!.Value,
                Confidence = confidence!.Value,
                ExpiresAt = expires,
                PlacedAt = now,
                PlacedBy = by,
            }, []);
    }

    /// <summary>The text of a sharing mark.</summary>
    public static string TextOf(SharingMark mark) => mark switch
    {
        SharingMark.Clear => "TLP:CLEAR",
        SharingMark.Green => "TLP:GREEN",
        SharingMark.Amber => "TLP:AMBER",
        SharingMark.AmberStrict => "TLP:AMBER+STRICT",
        _ => "TLP:RED",
    };

    /// <summary>An order's id in its permitted form; null where it has none.</summary>
    public static string? NormaliseId(string id) => id.Length <= Limits.Id && id.All(c => char.IsAsciiLetterOrDigit(c) || c is '-' or '.' or '_' or ':' or '~') ? id : null;

    private static (string? Owner, OrderEffect? Effect, OrderMatches Matches) ReadTerms(BodyFields fields, List<Complaint> complaints)
    {
        var owner = fields.Normal("owner", ShipmentNumber.LongestCarrier, ShipmentNumber.NormaliseCarrier, "a code of a-z, 0-9 and the hyphen", required: true);
        var effect = fields.OneOf<OrderEffect>("effect");
        var before = complaints.Count;
        var matches = fields.Nested("matches", "Say what it matches.", KnownMatches) is { } nested ? ReadMatches(nested) : null;
        if (matches is not null && complaints.Count == before)
        {
            CheckMatches(fields, effect, owner, matches);
        }

        return (owner, effect, matches ?? new OrderMatches());
    }

    private static SharingMark? MarkOf(string text)
    {
        foreach (var mark in Enum.GetValues<SharingMark>())
        {
            if (TextOf(mark) == text)
            {
                return mark;
            }
        }

        return null;
    }

    private static OrderMatches ReadMatches(BodyFields fields)
    {
        var route = fields.Nested("route", null, "from", "to");
        var value = fields.Nested("valuePerKilogram", null, "currency", "above");
        var currency = value?.Normal("currency", CurrencyLength, c => c.Length == CurrencyLength && c.All(char.IsAsciiLetter) ? c.ToUpperInvariant() : null, "a currency of ISO 4217", required: true);
        var above = value?.Above("above", Limits.Amount);
        return new OrderMatches
        {
            Seller = ReadSeller(fields),
            Brand = fields.Text("brand", Limits.Label),
            Hs = fields.Normal("hs", 10, h => h.All(char.IsAsciiDigit) && Feature.LevelOf(h.Length) is not null ? h : null, "2, 4, 6, 8 or 10 digits of an HS code"),
            Words = fields.Texts("words", MostWords, Limits.Code),
            Consignee = fields.Text("consignee", Limits.Name),
            Address = fields.Text("address", Limits.Prose),
            From = Country(route, "from"),
            To = Country(route, "to"),
            Carrier = fields.Normal("carrier", ShipmentNumber.LongestCarrier, ShipmentNumber.NormaliseCarrier, "a code of a-z, 0-9 and the hyphen"),
            Flight = fields.Text("flight", Limits.Transport),
            MasterBill = fields.Text("masterBill", Limits.Transport),
            Value = currency is null || above is null ? null : new OrderValue(currency, above.Value),
        };
    }

    private static string? Country(BodyFields? route, string name) => route?.Normal(
        name, CountryLength, c => c.Length == CountryLength && c.All(char.IsAsciiLetter) ? c.ToUpperInvariant() : null, "a country of ISO 3166-1 alpha-2");

    private static SellerKey? ReadSeller(BodyFields fields)
    {
        if (fields.Nested("seller", null, "marketplace", "account") is not { } nested)
        {
            return null;
        }

        var marketplace = nested.Text("marketplace", ShipmentNumber.LongestCarrier, required: true);
        var account = nested.Text("account", SellerKey.LongestAccount, required: true);
        if (marketplace is null || account is null)
        {
            return null;
        }

        if (SellerKey.TryCreate(marketplace, account, out var key))
        {
            return key;
        }

        fields.Complain("seller", "is not a seller", $"Send the marketplace's code and an account of 1 to {SellerKey.LongestAccount} printable characters without slash.");
        return null;
    }

    private static void CheckTime(BodyFields fields, OrderEffect? effect, long? expires, long now, JsonElement root)
    {
        if (expires is { } at && at <= now)
        {
            fields.Complain("expiresAt", "lies in the past", "Send a time in the future.");
        }
        else if (expires is null && effect is not (null or OrderEffect.Hold) && !root.TryGetProperty("expiresAt", out _))
        {
            fields.Complain("expiresAt", "is missing: what is not an authority's hold must run out", "Say when it runs out.");
        }
    }

    // Words of nothing but punctuation, or a route without a country, say nothing: such an order would match everything.
    private static void CheckMatches(BodyFields fields, OrderEffect? effect, string? owner, OrderMatches matches)
    {
        if (effect == OrderEffect.Stop && matches.Carrier is { } carrier && carrier != owner)
        {
            fields.Complain("matches/carrier", "is not the owner: a carrier stops its own shipments", "Leave it out, or send the owner's code.");
        }

        (string Field, string? Text)[] texts =
        [
            ("brand", matches.Brand), ("consignee", matches.Consignee), ("address", matches.Address), ("flight", matches.Flight), ("masterBill", matches.MasterBill),
            .. matches.Words.Select(word => ("words", (string?)word)),
        ];
        foreach (var (field, text) in texts)
        {
            if (text is not null && NormalText.OfCode(text).Length == 0)
            {
                fields.Complain($"matches/{field}", "has neither letter nor digit", "Send something to compare with.");
            }
        }

        if (matches.Words.IsEmpty && matches == new OrderMatches { Words = matches.Words })
        {
            fields.Complain("matches", "names nothing to match", $"Send at least one of {string.Join(", ", KnownMatches)}.");
        }
    }
}
