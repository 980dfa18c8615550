using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Customs;
using Tracking.Domain.Holds;
using Tracking.Domain.Routes;
using Tracking.Domain.Shipments;

namespace Tracking.Domain.Clearance;

/// <summary>Finds the rows of the table that fit a shipment, piece by piece.</summary>
public static class ClearanceRules
{
    /// <summary>What a clearance check answers from what is known.</summary>
    /// <param name="state">The shipment.</param>
    /// <param name="asked">The number asked about: the bill's, or a piece's.</param>
    /// <param name="purpose">The purpose.</param>
    /// <param name="now">Now, microseconds since 1970 UTC: a referral counts for as long as the port has patience.</param>
    public static ClearanceResult Answer(ShipmentState state, string asked, ClearancePurpose purpose, long now = 0)
    {
        ArgumentNullException.ThrowIfNull(state);
        if (state.Facts.IsEmpty)
        {
            return Alone(ClearanceRow.NeverSeen, purpose);
        }

        state = ReferralRules.WithoutOutlived(state, now);
        var picture = state.Picture;
        var byPiece = asked != state.Number.Number || picture.Pieces.Contains(asked);
        var answers = byPiece ? [OfPiece(state, asked, purpose, partOf: null)] : OfBill(state, purpose);
        var pieces = byPiece ? 1 : picture.PieceCount;
        var verdict = answers.Max(a => a.Verdict);
        var reasons = answers.SelectMany(a => a.Fits.Where(f => f.Verdict != ClearanceVerdict.Go).Select(f => (Fit: f, a.Piece)))
            .GroupBy(r => r.Fit)
            .Select(g => new ClearanceFinding(g.Key, answers.Count == 1 || g.Count() == answers.Count ? [] : [.. g.Select(r => r.Piece ?? "").Where(p => p.Length > 0)]))
            .OrderByDescending(f => f.Fit.Verdict).ThenBy(f => f.Fit.Row)
            .ToImmutableArray();
        return new ClearanceResult(verdict, reasons, pieces, Math.Min(pieces, Free(answers, byPiece ? 0 : Import(picture)?.ReleasedCount ?? 0)));
    }

    /// <summary>What of a box stands in the way of something that was inside it: the box's holds and seizures, never its route or releases.</summary>
    /// <param name="box">The box.</param>
    /// <param name="question">What is asked.</param>
    /// <param name="now">Now, microseconds since 1970 UTC.</param>
    public static ImmutableArray<ClearanceFit> OfBox(ShipmentState box, BoxQuestion question, long now = 0)
    {
        ArgumentNullException.ThrowIfNull(box);
        ArgumentNullException.ThrowIfNull(question);
        box = ReferralRules.WithoutOutlived(box, now);
        var piece = question.Box.Number == box.Number.Number ? null : question.Box.Number;
        var picture = box.Picture with
        {
            ArrivedIn = [.. box.Picture.ArrivedIn.Union(question.ArrivedIn)],
            Departed = box.Picture.Departed || question.Departed,
            Permits = [.. box.Picture.Permits, .. question.PermittedBy.Select(a => new Permit(a, question.Purpose, 0, []))],
        };
        var fits = new List<ClearanceFit>();
        foreach (var hold in picture.Holds)
        {
            // Taking it out after the hold began does not free it; what was out before was never held.
            if (hold.Applies(piece) && question.Until > hold.PlacedAt)
            {
                Add(fits, RowOf(hold, picture), question.Purpose, hold.Authority, hold.Id, Openers(picture, hold.Authority, piece, question.Purpose, exportAllowed: false));
            }
        }

        AddEnded(fits, picture with { Customs = [.. picture.Customs.Where(c => question.Until > c.Since)] }, piece, question.Purpose);
        return [.. fits.Where(f => f.Verdict != ClearanceVerdict.Go)];
    }

    /// <summary>The answer of a row that answers alone.</summary>
    /// <param name="row">Not fenced, or never seen.</param>
    /// <param name="purpose">The purpose.</param>
    public static ClearanceResult Alone(ClearanceRow row, ClearancePurpose purpose)
    {
        var verdict = ClearanceTable.Answer(row, purpose, []);
        return new ClearanceResult(verdict, [new ClearanceFinding(new ClearanceFit(row, verdict, null, null), [])], 1, verdict == ClearanceVerdict.Go ? 1 : 0);
    }

    // Of named pieces k may be released without names: whose only obstacle that is, k of them are free.
    private static int Free(List<PieceAnswer> answers, int releasedByNumber)
    {
        var free = answers.Sum(a => a.Verdict == ClearanceVerdict.Go ? a.Count : 0);
        var undecided = answers.Sum(a => a.Piece is not null && a.Fits.TrueForAll(f => f.Verdict == ClearanceVerdict.Go || f.Row == ClearanceRow.PartReleased) && a.Verdict != ClearanceVerdict.Go ? a.Count : 0);
        return free + Math.Min(undecided, releasedByNumber);
    }

    private static List<PieceAnswer> OfBill(ShipmentState state, ClearancePurpose purpose)
    {
        var picture = state.Picture;
        var answers = picture.Pieces.Select(p => OfPiece(state, p, purpose, partOf: null)).ToList();
        var unnamed = Math.Max(picture.Pieces.IsEmpty ? 1 : 0, picture.PieceCount - picture.Pieces.Length);

        // A hold on a piece that no manifest names: one of those without a name, or one more; either way the bill has to wait for it.
        foreach (var piece in picture.Holds.Where(h => h.IsOpen).SelectMany(h => h.Pieces.Where(h.Applies)).Except(picture.Pieces, StringComparer.Ordinal))
        {
            answers.Add(OfPiece(state, piece, purpose, partOf: null) with { Count = Math.Min(1, unnamed) });
            unnamed = Math.Max(0, unnamed - 1);
        }

        if (unnamed == 0)
        {
            return answers;
        }

        // Of pieces without names some may be released by number alone.
        var released = Math.Min(unnamed, Import(picture)?.ReleasedCount ?? 0);
        if (released > 0)
        {
            answers.Add(OfPiece(state, null, purpose, partOf: true) with { Count = released });
        }

        if (unnamed > released)
        {
            answers.Add(OfPiece(state, null, purpose, partOf: released > 0 ? false : null) with { Count = unnamed - released });
        }

        return answers;
    }

    private static PieceAnswer OfPiece(ShipmentState state, string? piece, ClearancePurpose purpose, bool? partOf)
    {
        var (picture, fits) = (state.Picture, new List<ClearanceFit>());
        AddHolds(fits, state, piece, purpose);
        AddCustoms(fits, picture, piece, purpose, partOf);
        if (picture.PossiblyReused)
        {
            Add(fits, ClearanceRow.NumberReused, purpose, null, null, []);
        }

        if (fits.Count == 0)
        {
            Add(fits, ClearanceRow.Free, purpose, null, null, []);
        }

        return new PieceAnswer(piece, fits, fits.Max(f => f.Verdict), 1);
    }

    private static void AddHolds(List<ClearanceFit> fits, ShipmentState state, string? piece, ClearancePurpose purpose)
    {
        foreach (var hold in state.Picture.Holds)
        {
            if (hold.Applies(piece))
            {
                Add(fits, RowOf(hold, state.Picture), purpose, hold.Authority, hold.Id, Openers(state, hold.Authority, piece, purpose));
            }
        }
    }

    private static ClearanceRow RowOf(Hold hold, ShipmentPicture picture)
    {
        if (hold.ByCarrier)
        {
            return ClearanceRow.CarrierHold;
        }

        if (hold.Kind == HoldKind.DoNotLoad && hold.Nature == HoldNature.Hold)
        {
            return picture.Departed ? ClearanceRow.DoNotLoadDeparted : ClearanceRow.DoNotLoad;
        }

        return hold.Nature switch
        {
            HoldNature.Request => ClearanceRow.RequestOpen,
            HoldNature.Exam => ClearanceRow.ExamOpen,
            HoldNature.Referral => ClearanceRow.ReferralOpen,
            _ => picture.ArrivedIn.Contains(hold.Territory) ? ClearanceRow.HeldArrived : ClearanceRow.HeldNotArrived,
        };
    }

    private static void AddEnded(List<ClearanceFit> fits, ShipmentPicture picture, string? piece, ClearancePurpose purpose)
    {
        foreach (var record in picture.Customs)
        {
            if (record.Status is CustomsStatus.Seized or CustomsStatus.Forfeited or CustomsStatus.Destroyed)
            {
                Add(fits, ClearanceRow.Seized, purpose, record.Authority, null, Openers(picture, record.Authority, piece, purpose, exportAllowed: false));
            }
            else if (record.Status is CustomsStatus.Excluded or CustomsStatus.Abandoned)
            {
                Add(fits, ClearanceRow.Excluded, purpose, record.Authority, null, Openers(picture, record.Authority, piece, purpose, record.ExportAllowed));
            }
        }
    }

    private static void AddCustoms(List<ClearanceFit> fits, ShipmentPicture picture, string? piece, ClearancePurpose purpose, bool? partOf)
    {
        AddEnded(fits, picture, piece, purpose);
        if (purpose == ClearancePurpose.Load && ExportNotReleased(picture) is { } export)
        {
            fits.Add(new ClearanceFit(ClearanceRow.NotReleased, ClearanceVerdict.Stop, export.Authority, null));
        }

        AddImport(fits, picture, piece, purpose, partOf);
    }

    private static void AddImport(List<ClearanceFit> fits, ShipmentPicture picture, string? piece, ClearancePurpose purpose, bool? partOf)
    {
        if (picture.Border == Border.Unknown)
        {
            Add(fits, ClearanceRow.RouteUnknown, purpose, null, null, []);
            return;
        }

        var import = Import(picture);
        if (picture.Border == Border.None || partOf == true || import?.Status == CustomsStatus.Released || (piece is not null && import?.ReleasedPieces.Contains(piece) == true))
        {
            return;
        }

        var row = import?.Status == CustomsStatus.ReleasedWithConditions ? ClearanceRow.ReleasedWithConditions
            : partOf == false || (piece is not null && import?.ReleasedCount > 0) ? ClearanceRow.PartReleased
            : ClearanceRow.NotReleased;
        Add(fits, row, purpose, import is { Authority.Length: > 0 } ? import.Authority : null, null, Openers(picture, authority: null, piece, purpose, exportAllowed: false));
    }

    // 'leave' looks only at import where the parcel is: a release elsewhere opens nothing here. Where that is not known, what is not released counts.
    private static CustomsRecord? Import(ShipmentPicture picture)
    {
        CustomsRecord? found = null;
        foreach (var record in picture.Customs)
        {
            if (record.Procedure == CustomsProcedure.Import && (picture.Whereabouts is null || record.Territory == picture.Whereabouts)
                && (found is null || found.Status == CustomsStatus.Released))
            {
                found = record;
            }
        }

        return found;
    }

    // 'load' looks at export where one was lodged.
    private static CustomsRecord? ExportNotReleased(ShipmentPicture picture) =>
        picture.Customs.FirstOrDefault(c => c.Procedure == CustomsProcedure.Export
            && c.Status is not (CustomsStatus.None or CustomsStatus.Released or CustomsStatus.ReleasedWithConditions or CustomsStatus.Exported));

    private static ClearanceOpener[] Openers(ShipmentState state, string authority, string? piece, ClearancePurpose purpose)
    {
        var openers = Openers(state.Picture, authority, piece, purpose, exportAllowed: false);
        return state.Rules.LoadsUnderOwnHold ? [.. openers, ClearanceOpener.CarrierSetting] : openers;
    }

    private static ClearanceOpener[] Openers(ShipmentPicture picture, string? authority, string? piece, ClearancePurpose purpose, bool exportAllowed)
    {
        var permitted = picture.Permits.Any(p => p.Purpose == purpose && (authority is null || p.Authority == authority) && p.Applies(piece));
        return (permitted, exportAllowed) switch
        {
            (true, true) => [ClearanceOpener.Permit, ClearanceOpener.ExportAllowed],
            (true, false) => [ClearanceOpener.Permit],
            (false, true) => [ClearanceOpener.ExportAllowed],
            _ => [],
        };
    }

    private static void Add(List<ClearanceFit> fits, ClearanceRow row, ClearancePurpose purpose, string? authority, string? hold, ClearanceOpener[] opened) =>
        fits.Add(new ClearanceFit(row, ClearanceTable.Answer(row, purpose, opened), authority, hold));

    private sealed record PieceAnswer(string? Piece, List<ClearanceFit> Fits, ClearanceVerdict Verdict, int Count);
}
