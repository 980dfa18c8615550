using Tracking.Contracts.Clearance;

namespace Tracking.Domain.Clearance;

/// <summary>One plain sentence per row, in one place.</summary>
public static class ClearanceWords
{
    /// <summary>The sentence of a row.</summary>
    /// <param name="fit">The row that fits.</param>
    public static string Of(ClearanceFit fit) => fit.Row switch
    {
        ClearanceRow.NotFenced => "This silo cannot answer for certain now: it has no valid lease or cannot reach the journal.",
        ClearanceRow.NeverSeen => "Nothing was ever reported about this number.",
        ClearanceRow.DoNotLoad => $"{fit.Authority} has said do not load.",
        ClearanceRow.DoNotLoadDeparted => $"{fit.Authority} has said do not load, and it has departed all the same.",
        ClearanceRow.Seized => $"Seized, forfeited or destroyed by {fit.Authority}.",
        ClearanceRow.Excluded => $"Excluded or abandoned at {fit.Authority}.",
        ClearanceRow.RequestOpen => $"A request of {fit.Authority} before departure is open.",
        ClearanceRow.ExamOpen => $"An exam of {fit.Authority} is ordered and not completed.",
        ClearanceRow.HeldNotArrived => $"Held by {fit.Authority}; not arrived there yet.",
        ClearanceRow.HeldArrived => $"Held by {fit.Authority}.",
        ClearanceRow.CarrierHold => $"Held by the carrier {fit.Authority} itself.",
        ClearanceRow.ReferralOpen => "A referral is waiting for the port's decision.",
        ClearanceRow.NotReleased => "Not released by customs.",
        ClearanceRow.ReleasedWithConditions => "Released with conditions only.",
        ClearanceRow.RouteUnknown => "It is not known whether a customs border is on its way.",
        ClearanceRow.NumberReused => "The number was possibly used again for another parcel; a person has to decide.",
        ClearanceRow.PartReleased => "Some pieces are released; the authority has not said which.",
        _ => "Nothing stands in its way.",
    };
}
