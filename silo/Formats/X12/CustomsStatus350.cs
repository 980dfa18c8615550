using System.Globalization;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Cbp;
using Tracking.Formats.Codes;
using Tracking.Formats.Edi;
using Tracking.Formats.Json;
using Tracking.Formats.Places;

namespace Tracking.Formats.X12;

/// <summary>Reads 350: a disposition of customs for each X4, at the port of P4, under the carrier of M10; in a loop of BA1 of an export.</summary>
internal sealed class CustomsStatus350(Findings findings, SetReport report) : TransactionSet(findings, report)
{
    private string? _carrier;
    private string? _port;
    private bool _export;

    public override void Take(in Segment segment)
    {
        if (segment.Is("M10"u8))
        {
            _carrier = segment.Text(1);
        }
        else if (segment.Is("P4"u8))
        {
            (_port, _export) = (segment.Text(1), false);
        }
        else if (segment.Is("BA1"u8))
        {
            _export = true;
        }
        else if (segment.Is("X4"u8))
        {
            Decide(segment);
        }
    }

    private void Decide(in Segment segment)
    {
        if (segment.Text(7) is not { } code)
        {
            Fault(segment, 7, 1, "has no disposition code", "Send X4-07.");
            return;
        }

        if (EdiTime.Local(segment.Text(5), segment.Text(6)) is not { } local)
        {
            Fault(segment, 5, 8, "has a date or time that is missing or does not exist", "Send X4-05 as CCYYMMDD and X4-06 as HHMM.");
            return;
        }

        var house = segment.Text(8);
        var carrier = Findings.Context.Carrier ?? (house is null ? segment.Text(9) : segment.Text(10)) ?? segment.Text(9) ?? _carrier;
        if (Findings.Number(carrier, Findings.Context.Number ?? house ?? segment.Text(1), segment.Where) is not { } number)
        {
            return;
        }

        var place = PlaceCodes.CbpPort(_port);
        Findings.NoteZone(LocalTimes.Resolve(local, place, out var at), segment.Where, _port is null ? "the port, which is not given" : $"port {_port}");
        var quantity = segment.Whole(2) is > 0 and <= Limits.Count and var pieces ? pieces : (int?)null;
        var entry = segment.Text(4);
        new AuthorityNotice
        {
            Number = number,
            Authority = Findings.Context.Authority ?? ManifestCodes.Authority,
            Territory = ManifestCodes.Territory,
            Procedure = Findings.Context.Procedure ?? (_export ? CustomsProcedure.Export : ManifestCodes.ProcedureOf(code)),
            OccurredAt = at,
            Id = ManifestCodes.IdOf(number.Number, code, local, quantity, entry),
            Code = code,
            PieceCount = quantity,
            Port = _port,
            Text = Texts.Cut(segment.Text(), Limits.Text),
            Where = segment.Where,
        }.AddTo(Findings, ManifestCodes.Table);
    }
}
