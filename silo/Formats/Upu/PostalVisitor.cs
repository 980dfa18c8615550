using System.Collections.Immutable;
using System.Globalization;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Codes;
using Tracking.Formats.Json;
using Tracking.Formats.Places;
using Tracking.Formats.Xml;

namespace Tracking.Formats.Upu;

/// <summary>Collects what stands at each element; an element with an event, an answer or contents becomes facts of the item that it or an element around it names.</summary>
internal sealed class PostalVisitor(Findings findings) : IXmlVisitor
{
    private static readonly string[] ItemNames = ["itemId", "itemIdentifier", "mailItemId", "s10", "s10Id", "itemNumber"];
    private static readonly string[] EventNames = ["eventCode", "eventCd", "eventType", "tnCd"];
    private static readonly string[] AnswerNames = ["responseCode", "decisionCode", "customsDecision", "customsResponse", "decision"];
    private static readonly string[] TimeNames = ["eventDateTime", "eventDtTm", "eventDate", "decisionDateTime", "responseDateTime", "messageDateTime", "dateTime", "postingDate"];
    private static readonly string[] OfficeNames = ["officeCode", "eventOfficeCd", "officeOfExchange", "officeCd", "impc"];
    private static readonly string[] ReasonNames = ["retentionReason", "retentionReasonCd", "nonDeliveryReason", "reasonCode", "reasonCd"];
    private static readonly string[] Descriptions = ["description", "contentDescription", "goodsDescription"];

    private readonly Stack<Dictionary<string, string>> _elements = new();
    private readonly List<GoodsLine> _goods = [];
    private string? _sender;
    private string? _addressee;

    public void Open(ReadOnlySpan<char> path, int line) => _elements.Push(new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase));

    public void Leaf(ReadOnlySpan<char> path, string text, int line)
    {
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (name.Length > 1 && name[0] == '@')
        {
            _elements.Peek().TryAdd(name[1..].ToString(), text);
        }
        else if (_elements.Count > 1)
        {
            ParentElement.TryAdd(name.ToString(), text);
        }
    }

    // A text stands at the element around the one that it is the text of.
    private Dictionary<string, string> ParentElement => _elements.ElementAt(1);

    public void Close(ReadOnlySpan<char> path, int line)
    {
        var where = $"line {line}";
        var element = _elements.Peek();
        var name = path[(path.LastIndexOf('/') + 1)..];
        if (Find(element, EventNames) is { } code)
        {
            Report(element, code, where);
        }
        else if (Find(element, AnswerNames) is { } answer)
        {
            Decide(element, answer, where);
        }
        else if (Find(element, Descriptions) is { } description && _goods.Count < Limits.Goods)
        {
            _goods.Add(GoodsOf(element, description));
        }
        else if (name.Contains("sender", StringComparison.OrdinalIgnoreCase) && Find(element, "countryCd", "country", "countryCode") is { } from)
        {
            _sender ??= PlaceCodes.Country(from);
        }
        else if ((name.Contains("addressee", StringComparison.OrdinalIgnoreCase) || name.Contains("recipient", StringComparison.OrdinalIgnoreCase))
            && Find(element, "countryCd", "country", "countryCode") is { } to)
        {
            _addressee ??= PlaceCodes.Country(to);
        }
        else if (Find(element, ItemNames) is not null && _goods.Count > 0)
        {
            Announce(where);
        }

        _elements.Pop();
    }

    private void Report(Dictionary<string, string> element, string code, string where)
    {
        var place = PlaceCodes.ExchangeOffice(Find(element, OfficeNames));
        if (NumberOf(where) is not { } number || TimeOf(element, place, where) is not { } at)
        {
            return;
        }

        findings.Understood++;
        code = code.ToUpperInvariant();
        var meaning = PostalAdapter.Events.Find(code);
        if (meaning is null)
        {
            findings.Unmapped(PostalAdapter.Events.System, code, where);
        }

        var reason = Find(element, ReasonNames);
        if (reason is not null)
        {
            // The lists of reasons are the posts' own.
            findings.Unmapped("upu reason", reason, where);
        }

        var returned = code == "EMI" && place is not null && place.Country == number.Number[^2..];
        findings.Add(
            new Scan
            {
                Number = number,
                Source = number.Carrier,
                OccurredAt = at,
                ReceivedAt = 0,
                ReportedBy = Contracts.Access.Actor.System,
                Status = returned ? TransportStatus.Returned : meaning?.Status ?? TransportStatus.NoNews,
                Code = Texts.Cut(reason is null ? code : $"{code}/{reason}", Limits.Code),
                Text = Texts.Cut(returned ? "Delivered back to the sender" : meaning?.Meaning, Limits.Text),
                Place = place,
                Customs = meaning?.Customs ?? CustomsReport.None,
            },
            where);
    }

    private void Decide(Dictionary<string, string> element, string answer, string where)
    {
        if (NumberOf(where) is not { } number || TimeOf(element, null, where) is not { } at)
        {
            return;
        }

        if (findings.Context.Authority is not { } authority || Territories.OfAuthority(authority) is not { } territory)
        {
            findings.Complain(where, "does not say whose decision it is", "Say it with the request (authority=code, beginning with the country: gb-customs).");
            return;
        }

        findings.Understood++;
        answer = answer.ToUpperInvariant();
        new AuthorityNotice
        {
            Number = number,
            Authority = authority,
            Territory = territory,

            // Customs of the country that issued the number answers about its export.
            Procedure = findings.Context.Procedure ?? (number.Number.EndsWith(territory, StringComparison.Ordinal) ? CustomsProcedure.Export : CustomsProcedure.Import),
            OccurredAt = at,
            Id = $"cusrsp/{number.Number}/{answer}/{at.Microseconds}",
            Code = Texts.Cut(answer, Limits.Code) ?? "",
            Text = Find(element, ReasonNames),
            Where = where,
        }.AddTo(findings, PostalAdapter.Answers);
    }

    private void Announce(string where)
    {
        if (NumberOf(where) is { } number)
        {
            findings.Understood++;
            findings.Add(
                new Manifest
                {
                    Number = number,
                    Source = number.Carrier,
                    OccurredAt = new ReportedTime(findings.Context.Reception.ReceivedAt, 0),
                    Id = Texts.Cut($"item/{number.Number}/{findings.Sha256[..16]}", Limits.Id),
                    ReceivedAt = 0,
                    ReportedBy = Contracts.Access.Actor.System,
                    Origin = _sender is null ? null : new Place(_sender),
                    Destination = _addressee is null ? null : new Place(_addressee),
                    Goods = [.. _goods],
                    PieceCount = 1,
                },
                where);
        }

        _goods.Clear();
        (_sender, _addressee) = (null, null);
    }

    private ShipmentNumber? NumberOf(string where)
    {
        foreach (var element in _elements)
        {
            if (Find(element, ItemNames) is { } item)
            {
                return findings.Number(findings.Context.Carrier, item, where) is { } number && IsS10(number, where) ? number : null;
            }
        }

        findings.Complain(where, "belongs to no item", "Name the item by its S10 number.");
        return null;
    }

    private bool IsS10(ShipmentNumber number, string where)
    {
        var text = number.Number;
        if (text.Length == 13 && text[2..11].All(char.IsAsciiDigit) && S10.HasCheckDigit(text))
        {
            return true;
        }

        findings.Complain(where, $"names item {text}, which is no S10 number or has a wrong check digit", "Send two letters, nine digits with the check digit, and the country.");
        return false;
    }

    private ReportedTime? TimeOf(Dictionary<string, string> element, Place? place, string where)
    {
        string? text = null;
        foreach (var around in _elements)
        {
            text ??= Find(around, TimeNames);
        }

        text ??= Find(element, TimeNames);
        if (text is not null && IsoTime.Read(System.Text.Encoding.ASCII.GetBytes(text), out var at) is null)
        {
            return at;
        }

        if (DateTime.TryParseExact(text, ["yyyy-MM-dd'T'HH:mm:ss", "yyyy-MM-dd'T'HH:mm", "yyyyMMddHHmm", "yyyy-MM-dd"], CultureInfo.InvariantCulture, DateTimeStyles.None, out var local)
            && local.Year is >= 1970 and < 2200)
        {
            findings.NoteZone(LocalTimes.Resolve(local, place, out var resolved), where, place?.ToString() ?? "the office, which is not given");
            return resolved;
        }

        findings.Complain(where, "has no readable time", "Send the time of the event as ISO 8601, best with the offset.");
        return null;
    }

    private static GoodsLine GoodsOf(Dictionary<string, string> element, string description)
    {
        var hs = Find(element, "hsTariffNumber", "hsCode", "tariffNumber")?.Replace(".", "", StringComparison.Ordinal);
        var currency = Find(element, "currency", "currencyCd", "currencyCode")?.ToUpperInvariant();
        var value = Amount(Find(element, "value", "amount", "declaredValue"));
        var valued = currency is { Length: 3 } && currency.All(char.IsAsciiLetterUpper) && value is not null;
        return new GoodsLine
        {
            Description = Texts.Cut(description, Limits.Prose) ?? "",
            HsCode = hs is { Length: >= 4 and <= 10 } && hs.All(char.IsAsciiDigit) ? hs : null,
            Value = valued ? value : null,
            Currency = valued ? currency : null,
            Quantity = int.TryParse(Find(element, "quantity", "numberOfUnits"), NumberStyles.None, CultureInfo.InvariantCulture, out var units) && units is > 0 and <= Limits.Count ? units : null,
            WeightKg = Amount(Find(element, "weightKg", "netWeight", "weight")),
        };
    }

    private static decimal? Amount(string? text) =>
        decimal.TryParse(text, NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out var value) && value is >= 0 and <= Limits.Amount
            ? decimal.Round(value, Limits.Decimals) / 1.000000000000000000000000000000m
            : null;

    private static string? Find(Dictionary<string, string> element, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (element.TryGetValue(name, out var value))
            {
                return value;
            }
        }

        return null;
    }
}
