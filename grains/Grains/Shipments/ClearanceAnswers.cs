using Tracking.Contracts.Access;
using Tracking.Contracts.Clearance;
using Tracking.Domain.Clearance;

namespace Tracking.Grains.Shipments;

/// <summary>Puts the domain's answer into the words of the contract.</summary>
internal static class ClearanceAnswers
{
    // An answer is made for the next gate, not for the day: a belt asks again.
    private const int ReliableForSeconds = 60;

    public static ClearanceAnswer Of(ClearanceQuestion question, ClearanceResult result, int version, DateTimeOffset now)
    {
        var reasons = result.Findings
            .Select(f => new ClearanceReason(f.Fit.Row, f.Fit.Verdict, f.Fit.Authority, f.Fit.Hold, ClearanceWords.Of(f.Fit), f.Pieces))
            .ToImmutableArray();
        if (reasons.IsEmpty)
        {
            var free = new ClearanceFit(ClearanceRow.Free, ClearanceVerdict.Go, null, null);
            reasons = [new ClearanceReason(free.Row, free.Verdict, null, null, ClearanceWords.Of(free), [])];
        }

        return new ClearanceAnswer(question.Number, question.Purpose, result.Verdict, reasons, result.Pieces, result.PiecesFree, version, now, ReliableForSeconds);
    }

    /// <summary>Whether the answer makes holds known to the carrier, which is noted in the stream.</summary>
    public static bool TellsCarrier(ClearanceAnswer answer, ClearanceQuestion question) =>
        answer.Verdict != ClearanceVerdict.Go && question.Asker is { Role: ActorRole.Partner } asker && asker.Organisation == question.Number.Carrier;

    /// <summary>An answer with more reasons, none of them go.</summary>
    public static ClearanceAnswer With(ClearanceAnswer answer, ImmutableArray<ClearanceReason> more, int free)
    {
        if (more.IsEmpty && !answer.Reasons.IsEmpty)
        {
            return answer;
        }

        var reasons = answer.Reasons.RemoveAll(r => r.Row == ClearanceRow.Free).AddRange(more);
        var go = new ClearanceFit(ClearanceRow.Free, ClearanceVerdict.Go, null, null);
        return answer with
        {
            Verdict = reasons.Select(r => r.Verdict).Append(answer.Verdict).Max(),
            Reasons = reasons.IsEmpty ? [new ClearanceReason(go.Row, go.Verdict, null, null, ClearanceWords.Of(go), [])] : reasons,
            PiecesFree = free,
        };
    }

    /// <summary>The stricter of a bill's answer and the own answer of a piece whose link is not confirmed; a piece never seen says nothing.</summary>
    public static ClearanceAnswer Stricter(ClearanceAnswer bill, ClearanceAnswer piece)
    {
        if (piece.Verdict == ClearanceVerdict.Go || piece.Reasons.All(r => r.Row is ClearanceRow.NeverSeen or ClearanceRow.RouteUnknown))
        {
            return bill;
        }

        var reasons = bill.Reasons.Where(r => r.Row != ClearanceRow.Free)
            .Concat(piece.Reasons.Select(r => r with { Pieces = [piece.Number.Number] }))
            .ToImmutableArray();
        var verdict = piece.Verdict > bill.Verdict ? piece.Verdict : bill.Verdict;
        return bill with { Verdict = verdict, Reasons = reasons, PiecesFree = Math.Max(0, bill.PiecesFree - 1) };
    }
}
