using System.Collections.Frozen;
using Tracking.Contracts.Clearance;

namespace Tracking.Domain.Clearance;

/// <summary>May it move, for what: the table. The first two rows answer alone; of all others that fit the strictest counts.</summary>
public static class ClearanceTable
{
    // 'permit/stop' reads: go with a permit, else stop. The columns stand in the order of ClearancePurpose.
    private const string Text = """
        row                    | load         | sort    | transfer      | in-bond     | leave   | return
        NotFenced              | unknown      | unknown | unknown       | unknown     | unknown | unknown
        NeverSeen              | unknown      | go      | go            | unknown     | unknown | unknown
        DoNotLoad              | stop         | stop    | stop          | stop        | stop    | stop
        DoNotLoadDeparted      | stop         | divert  | permit/divert | stop        | stop    | stop
        Seized                 | stop         | divert  | permit/stop   | stop        | stop    | stop
        Excluded               | stop         | divert  | permit/stop   | permit/stop | stop    | export/stop
        RequestOpen            | stop         | go      | go            | stop        | stop    | go
        ExamOpen               | go           | divert  | go            | permit/stop | stop    | stop
        HeldNotArrived         | go           | go      | go            | stop        | stop    | stop
        HeldArrived            | divert       | divert  | permit/divert | permit/stop | stop    | stop
        CarrierHold            | carrier/stop | go      | go            | go          | stop    | go
        ReferralOpen           | go           | go      | go            | go          | stop    | go
        NotReleased            | go           | go      | go            | permit/stop | stop    | go
        ReleasedWithConditions | go           | go      | go            | go          | stop    | go
        RouteUnknown           | go           | go      | go            | unknown     | unknown | go
        NumberReused           | unknown      | go      | go            | unknown     | unknown | go
        PartReleased           | go           | divert  | go            | permit/stop | stop    | go
        Free                   | go           | go      | go            | go          | go      | go
        """;

    private static readonly FrozenDictionary<ClearanceRow, ClearanceCell[]> Cells = Text.Split('\n').Skip(1)
        .Select(line => line.Split('|', StringSplitOptions.TrimEntries))
        .ToFrozenDictionary(columns => Enum.Parse<ClearanceRow>(columns[0]), columns => columns[1..].Select(Read).ToArray());

    /// <summary>The cell of a row and a purpose.</summary>
    /// <param name="row">The row.</param>
    /// <param name="purpose">The purpose.</param>
    public static ClearanceCell Cell(ClearanceRow row, ClearancePurpose purpose) => Cells[row][(int)purpose];

    /// <summary>The answer of one row that fits.</summary>
    /// <param name="row">The row.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="opened">What is there that opens cells.</param>
    public static ClearanceVerdict Answer(ClearanceRow row, ClearancePurpose purpose, ReadOnlySpan<ClearanceOpener> opened)
    {
        var cell = Cell(row, purpose);
        return cell.Unless != ClearanceOpener.Nothing && opened.Contains(cell.Unless) ? ClearanceVerdict.Go : cell.Otherwise;
    }

    private static ClearanceCell Read(string cell)
    {
        var parts = cell.Split('/');
        var opener = parts.Length == 1 ? ClearanceOpener.Nothing : parts[0] switch
        {
            "permit" => ClearanceOpener.Permit,
            "export" => ClearanceOpener.ExportAllowed,
            _ => ClearanceOpener.CarrierSetting,
        };
        return new ClearanceCell(Enum.Parse<ClearanceVerdict>(parts[^1], ignoreCase: true), opener);
    }
}
