using Tracking.Contracts.Facts;
using Tracking.Domain.Shipments;

namespace Tracking.Domain.Holds;

/// <summary>
/// Since when a carrier could know of a hold: its own scan that says held, any decision that came with its key, or a
/// clearance answer other than go. Without one of these a move is nobody's fault.
/// </summary>
internal static class Knowledge
{
    public static ImmutableArray<Hold> Of(
        string carrier,
        List<Hold> holds,
        FactMarks facts,
        ImmutableArray<OrderedFact> ordered,
        ImmutableDictionary<string, long> told)
    {
        if (holds.Count == 0)
        {
            return [];
        }

        var (reports, posted) = (new List<long>(), new Dictionary<UInt128, long>());
        foreach (var fact in ordered)
        {
            ref readonly var mark = ref facts[fact.Index];
            if (mark.Customs == CustomsReport.Held)
            {
                reports.Add(fact.Time);
            }
            else if (mark.Detail is DecisionDetail { Decision.ReportedBy.Organisation: var organisation } && organisation == carrier)
            {
                reports.Add(mark.ReceivedAt);
                posted[mark.Key] = mark.ReceivedAt;
            }
        }

        return [.. holds.Select(hold => hold with { KnownAt = Earliest(hold, reports, posted, told) })];
    }

    // A report from before the hold says nothing of it, however early it is; but who posts the hold itself knows of it, whatever its clock says.
    private static long? Earliest(Hold hold, List<long> reports, Dictionary<UInt128, long> posted, ImmutableDictionary<string, long> told)
    {
        long? earliest = told.TryGetValue(hold.Id, out var at) ? Math.Max(at, hold.PlacedAt) : null;
        if (posted.TryGetValue(hold.Key, out var received) && !(earliest <= Math.Max(received, hold.PlacedAt)))
        {
            earliest = Math.Max(received, hold.PlacedAt);
        }

        foreach (var report in reports)
        {
            if (report >= hold.PlacedAt && (earliest is null || report < earliest))
            {
                earliest = report;
            }
        }

        return earliest;
    }
}
