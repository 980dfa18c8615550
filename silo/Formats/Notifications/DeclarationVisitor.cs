using System.Globalization;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Codes;
using Tracking.Formats.Edi;
using Tracking.Formats.Json;
using Tracking.Formats.Places;
using Tracking.Formats.Xml;

namespace Tracking.Formats.Notifications;

/// <summary>Makes a decision of each Response. Versions number the declaration, not the message: the order is that of issue times, then of ranks.</summary>
internal sealed class DeclarationVisitor(Findings findings) : IXmlVisitor
{
    private const int MrnLength = 18;
    private const int ProcedureAt = 16;

    private string? _function;
    private string? _message;
    private string? _issued;
    private string? _declaration;
    private string? _trader;
    private string? _version;
    private string? _country;
    private string? _said;
    private int _line;

    public int Responses { get; private set; }

    public void Open(ReadOnlySpan<char> path, int line)
    {
        if (IsResponse(path))
        {
            (_function, _message, _issued, _declaration, _trader, _version, _said) = (null, null, null, null, null, null, null);
            _line = line;
        }
    }

    public void Leaf(ReadOnlySpan<char> path, string text, int line)
    {
        if (path.EndsWith("/ResponsibleCountryCode"))
        {
            _country = text;
            return;
        }

        var response = path.IndexOf("Response/");
        if (response < 0)
        {
            return;
        }

        switch (path[(response + "Response/".Length)..])
        {
            case "FunctionCode":
                _function ??= text;
                break;
            case "FunctionalReferenceID":
                _message ??= text;
                break;
            case "IssueDateTime/DateTimeString":
                _issued ??= text;
                break;
            case "Declaration/ID":
                _declaration ??= text;
                break;
            case "Declaration/FunctionalReferenceID":
                _trader ??= text;
                break;
            case "Declaration/VersionID":
                _version ??= text;
                break;
            case "AdditionalInformation/StatementDescription" or "Error/ValidationCode":
                _said ??= text;
                break;
        }
    }

    public void Close(ReadOnlySpan<char> path, int line)
    {
        if (IsResponse(path))
        {
            Responses++;
            Decide($"line {_line}");
        }
    }

    private static bool IsResponse(ReadOnlySpan<char> path) => path is "Response" || path.EndsWith("/Response");

    private void Decide(string where)
    {
        if (_function is null || _message is null)
        {
            findings.Complain(where, "has no FunctionCode or no FunctionalReferenceID", "Send the notification as it was received.");
            return;
        }

        if (TimeOf(where) is not { } at)
        {
            return;
        }

        var code = DeclarationAdapter.Names.GetValueOrDefault(_function) ?? _function;
        var territory = PlaceCodes.Country(_country) ?? PlaceCodes.Country(_declaration is { Length: MrnLength } ? _declaration[2..4] : null);
        var authority = findings.Context.Authority ?? (territory is null ? null : $"{territory.ToLowerInvariant()}-customs");
        territory = findings.Context.Authority is { } given ? Territories.OfAuthority(given) : territory;
        if (authority is null || territory is null)
        {
            findings.Complain(where, "does not say whose decision it is", "Say it with the request (authority=code, beginning with the country: gb-customs).");
            return;
        }

        if (findings.Number(findings.Context.Carrier, NumberOf(), where) is { } number)
        {
            findings.Understood++;
            new AuthorityNotice
            {
                Number = number,
                Authority = authority,
                Territory = territory,
                Procedure = findings.Context.Procedure ?? ProcedureOf(code, _declaration),
                OccurredAt = at,
                Id = $"res/{_message}",
                Code = code,
                Text = $"{_declaration ?? _trader} version {_version ?? "?"}{(_said is null ? "" : $": {_said}")}",
                Where = where,
            }.AddTo(findings, DeclarationAdapter.Codes);
        }
    }

    // The trader's own reference, which is what a filer ties to his consignment; else the number that customs gave.
    private string? NumberOf() => findings.Context.Number
        ?? (_trader is not null && ShipmentNumber.NormaliseNumber(_trader) is { } reference ? reference : _declaration);

    private ReportedTime? TimeOf(string where)
    {
        var local = EdiTime.Edifact(_issued, "304", out var offset) ?? EdiTime.Edifact(_issued, "204", out offset);
        if (local is null)
        {
            findings.Complain(where, "has no readable IssueDateTime", "Send it in format 304: CCYYMMDDHHMMSS with the offset or Z.");
            return null;
        }

        if (offset is { } minutes)
        {
            return EdiTime.At(local.Value, minutes);
        }

        findings.NoteZone(LocalTimes.Resolve(local.Value, _country is null ? new Place("GB") : new Place(_country), out var at), where, _country ?? "GB");
        return at;
    }

    /// <summary>The procedure that the notification itself, or the letter in the declaration's number (MRN), tells; null where neither does.</summary>
    internal static CustomsProcedure? ProcedureOf(string code, string? mrn)
    {
        if (code is "DMSEOG" or "DMSGER")
        {
            return CustomsProcedure.Export;
        }

        if (code is "DMSTAX" or "DMSCPI" or "DMSCPR")
        {
            return CustomsProcedure.Import;
        }

        return mrn is { Length: MrnLength } ? char.ToUpper(mrn[ProcedureAt], CultureInfo.InvariantCulture) switch
        {
            'A' or 'B' or 'C' or 'D' or 'E' => CustomsProcedure.Export,
            'J' or 'K' or 'L' or 'M' => CustomsProcedure.Transit,
            'R' or 'S' or 'T' or 'U' or 'V' or 'W' => CustomsProcedure.Import,
            _ => null,
        }
        : null;
    }
}
