using Tracking.Contracts.Clearance;
using Tracking.Domain.Clearance;

namespace Tracking.Domain.Tests.Clearance;

/// <summary>The clearance table typed a second time, by hand, cell by cell: what the code is held against.</summary>
internal static class TableOfTheLaw
{
    private const ClearanceVerdict Go = ClearanceVerdict.Go, Stop = ClearanceVerdict.Stop, Divert = ClearanceVerdict.Divert, Unknown = ClearanceVerdict.Unknown;

    // Load, sort, transfer, in-bond, leave, return.
    private static readonly Dictionary<ClearanceRow, ClearanceVerdict[]> Closed = new()
    {
        [ClearanceRow.NotFenced] = [Unknown, Unknown, Unknown, Unknown, Unknown, Unknown],
        [ClearanceRow.NeverSeen] = [Unknown, Go, Go, Unknown, Unknown, Unknown],
        [ClearanceRow.DoNotLoad] = [Stop, Stop, Stop, Stop, Stop, Stop],
        [ClearanceRow.DoNotLoadDeparted] = [Stop, Divert, Divert, Stop, Stop, Stop],
        [ClearanceRow.Seized] = [Stop, Divert, Stop, Stop, Stop, Stop],
        [ClearanceRow.Excluded] = [Stop, Divert, Stop, Stop, Stop, Stop],
        [ClearanceRow.RequestOpen] = [Stop, Go, Go, Stop, Stop, Go],
        [ClearanceRow.ExamOpen] = [Go, Divert, Go, Stop, Stop, Stop],
        [ClearanceRow.HeldNotArrived] = [Go, Go, Go, Stop, Stop, Stop],
        [ClearanceRow.HeldArrived] = [Divert, Divert, Divert, Stop, Stop, Stop],
        [ClearanceRow.CarrierHold] = [Stop, Go, Go, Go, Stop, Go],
        [ClearanceRow.ReferralOpen] = [Go, Go, Go, Go, Stop, Go],
        [ClearanceRow.NotReleased] = [Go, Go, Go, Stop, Stop, Go],
        [ClearanceRow.ReleasedWithConditions] = [Go, Go, Go, Go, Stop, Go],
        [ClearanceRow.RouteUnknown] = [Go, Go, Go, Unknown, Unknown, Go],
        [ClearanceRow.NumberReused] = [Unknown, Go, Go, Unknown, Unknown, Go],
        [ClearanceRow.PartReleased] = [Go, Divert, Go, Stop, Stop, Go],
        [ClearanceRow.Free] = [Go, Go, Go, Go, Go, Go],
    };

    private static readonly Dictionary<(ClearanceRow, ClearancePurpose), ClearanceOpener> Openers = new()
    {
        [(ClearanceRow.DoNotLoadDeparted, ClearancePurpose.Transfer)] = ClearanceOpener.Permit,
        [(ClearanceRow.Seized, ClearancePurpose.Transfer)] = ClearanceOpener.Permit,
        [(ClearanceRow.Excluded, ClearancePurpose.Transfer)] = ClearanceOpener.Permit,
        [(ClearanceRow.Excluded, ClearancePurpose.InBond)] = ClearanceOpener.Permit,
        [(ClearanceRow.Excluded, ClearancePurpose.Return)] = ClearanceOpener.ExportAllowed,
        [(ClearanceRow.ExamOpen, ClearancePurpose.InBond)] = ClearanceOpener.Permit,
        [(ClearanceRow.HeldArrived, ClearancePurpose.Transfer)] = ClearanceOpener.Permit,
        [(ClearanceRow.HeldArrived, ClearancePurpose.InBond)] = ClearanceOpener.Permit,
        [(ClearanceRow.CarrierHold, ClearancePurpose.Load)] = ClearanceOpener.CarrierSetting,
        [(ClearanceRow.NotReleased, ClearancePurpose.InBond)] = ClearanceOpener.Permit,
        [(ClearanceRow.PartReleased, ClearancePurpose.InBond)] = ClearanceOpener.Permit,
    };

    public static ClearanceVerdict Answer(ClearanceRow row, ClearancePurpose purpose, params ReadOnlySpan<ClearanceOpener> opened) =>
        Openers.TryGetValue((row, purpose), out var opener) && opened.Contains(opener) ? Go : Closed[row][(int)purpose];
}
