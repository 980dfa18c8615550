using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Domain.Clearance;
using Tracking.Domain.Shipments;

namespace Tracking.Domain.Consolidations;

/// <summary>
/// What the store keeps of a stream so that 'may this box leave' is one look at an index: written in the transaction of the
/// append that changes it, so that it is never behind what was acknowledged. What only time changes makes an answer milder, never stricter.
/// </summary>
public static class ContentRules
{
    /// <summary>The rows of a stream; none for a shipment that was never in a box and is none.</summary>
    /// <param name="state">The shipment or box.</param>
    public static ImmutableArray<ContentRow> RowsOf(ShipmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var (stays, isBox) = (state.Picture.Boxes, state.Links.IsBox);
        if ((stays.IsEmpty && !isBox) || state.Links.Belongs is not null)
        {
            return [];
        }

        var rows = ImmutableArray.CreateBuilder<ContentRow>(stays.Length + 1);
        foreach (var stay in stays)
        {
            var verdicts = Verdicts(state, stay.Piece ?? state.Number.Number, isBox && stay.Piece is null);
            var elsewhere = stays.Any(s => s.Box != stay.Box && (s.Piece is null || stay.Piece is null || s.Piece == stay.Piece));
            rows.Add(new ContentRow(stay.Piece ?? state.Number.Number, stay.Box, stay.From, stay.Until, isBox && stay.Piece is null, elsewhere, verdicts));
        }

        if (isBox)
        {
            rows.Add(new ContentRow(state.Number.Number, null, 0, null, IsBox: true, Elsewhere: !stays.IsEmpty, Verdicts(state, state.Number.Number, isBox: true)));
        }

        return rows.DrainToImmutable();
    }

    private static int Verdicts(ShipmentState state, string number, bool isBox)
    {
        var verdicts = 0;
        foreach (var purpose in Enum.GetValues<ClearancePurpose>())
        {
            var verdict = isBox
                ? ClearanceRules.OfBox(state, new BoxQuestion(state.Number, purpose, long.MaxValue, [], false, [])).Select(f => f.Verdict).DefaultIfEmpty(ClearanceVerdict.Go).Max()
                : ClearanceRules.Answer(state, number, purpose).Verdict;
            verdicts |= (int)verdict << (2 * (int)purpose);
        }

        return verdicts;
    }
}
