using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Codes;
using Tracking.Formats.Edi;
using Tracking.Formats.Json;
using Tracking.Formats.Places;

namespace Tracking.Formats.Edifact;

/// <summary>
/// Reads CUSRES: a decision for each GIS, about the bill or declaration of the references above or below it. Whose decision it
/// is comes from the caller; the message's sender is not believed.
/// </summary>
internal sealed class CustomsResponseMessage(Findings findings, string? sender, string reference) : EdifactMessage(findings)
{
    public static DecisionTable Codes { get; } = DecisionTable.Load("edifact 7365", "cusres-7365.txt");

    /// <summary>References that name a bill or a declaration, the best first: house bill, air waybill, bill, consignor's, trader's, customs'.</summary>
    private static readonly string[] Numbers = ["HWB", "AWB", "BM", "BH", "CN", "UCN", "CU", "ABO", "ABT", "AAE", "ABE"];

    private const int MostIndicators = 1_000;

    private readonly Dictionary<string, string> _references = [];
    private readonly List<(string Where, string Code, string? List)> _indicators = [];
    private string? _document;
    private CustomsProcedure? _procedure;
    private string? _carrier;
    private string? _office;
    private (DateTime Local, int? Offset)? _time;
    private Contracts.Facts.Place? _place;

    public override void Take(in Segment segment)
    {
        if (segment.Is("BGM"u8))
        {
            _document = segment.Text(2);
            _procedure = segment.Text(1) switch
            {
                "929" => CustomsProcedure.Import,
                "830" => CustomsProcedure.Export,
                _ => null,
            };
        }
        else if (segment.Is("RFF"u8) && segment.Text(1) is { } qualifier && segment.Text(1, 1) is { } value)
        {
            _references.TryAdd(qualifier, value);
        }
        else if (segment.Is("GIS"u8) && _indicators.Count < MostIndicators)
        {
            if (segment.Text(1) is { } code)
            {
                _indicators.Add((segment.Where, code, segment.Text(1, 1)));
            }
        }
        else if (segment.Is("TDT"u8))
        {
            _carrier ??= CarrierOf(segment);
        }
        else if (segment.Is("LOC"u8))
        {
            _office ??= segment.Text(2);
            _place ??= PlaceOf(segment);
        }
        else if (segment.Is("DTM"u8))
        {
            Date(segment);
        }
    }

    public override void End()
    {
        if (_indicators.Count == 0)
        {
            Findings.Complain($"message {reference}", "has no processing indicator", "Send GIS with the code of DE 7365.");
            return;
        }

        var where = _indicators[0].Where;
        if (Findings.Context.Authority is not { } authority || Territories.OfAuthority(authority) is not { } territory)
        {
            Findings.Complain(where, $"says no more of its authority than the sender {sender}", "Say with the request whose decision it is (authority=code, beginning with the country: de-zoll).");
            return;
        }

        if (_time is not { } time)
        {
            Findings.Complain(where, "has no time", "Send DTM+137 or a later one with the time of the decision.");
            return;
        }

        var name = Findings.Context.Number ?? Numbers.Select(q => _references.GetValueOrDefault(q)).FirstOrDefault(r => r is not null) ?? _document;
        if (Findings.Number(Findings.Context.Carrier ?? _carrier, name, where) is { } number)
        {
            Decide(number, authority, territory, time);
        }
    }

    // A later date than that of the document itself is the decision's.
    private void Date(in Segment segment)
    {
        var local = EdiTime.Edifact(segment.Text(1, 1), segment.Text(1, 2), out var offset);
        if (local is null)
        {
            Findings.Complain(segment.Where, "has a date or time that does not exist or is in a format that is not known", "Send it in format 102, 203, 204 or 304.");
        }
        else if (_time is null || segment.Text(1) is "9" or "148" or "58" or "334")
        {
            _time = (local.Value, offset);
        }
    }

    private void Decide(ShipmentNumber number, string authority, string territory, (DateTime Local, int? Offset) time)
    {
        ReportedTime at;
        if (time.Offset is { } minutes)
        {
            at = EdiTime.At(time.Local, minutes);
        }
        else
        {
            var place = _place ?? (PlaceCodes.Country(territory) is { } country ? new Contracts.Facts.Place(country) : null);
            Findings.NoteZone(LocalTimes.Resolve(time.Local, place, out at), _indicators[0].Where, _office ?? territory);
        }

        foreach (var (where, code, list) in _indicators)
        {
            new AuthorityNotice
            {
                Number = number,
                Authority = authority,
                Territory = territory,
                Procedure = Findings.Context.Procedure ?? _procedure,
                OccurredAt = at,
                Id = $"cusres/{number.Number}/{_document ?? reference}/{code}/{time.Local:yyyyMMddHHmmss}",

                // An indicator of another list is no indicator of DE 7365.
                Code = list is null or "7365" or "109" ? code : $"{list}:{code}",
                Port = Texts.Cut(_office, Limits.Port),
                Text = _references.TryGetValue("ABT", out var declaration) ? $"Declaration {declaration}" : null,
                Where = where,
            }.AddTo(Findings, Codes);
        }
    }
}
