namespace Tracking.Domain.Identity;

/// <summary>From which likelihood on two sellers are put before an investigator, and from which on they count as one.</summary>
/// <param name="ProposeAt">0 to 1.</param>
/// <param name="LinkAt">0 to 1, not below the other.</param>
public readonly record struct LinkThresholds(double ProposeAt, double LinkAt);

/// <summary>What becomes of a link when its score is new. A verdict sticks.</summary>
public static class LinkRules
{
    // A score that moves by less is no news.
    private const double Notable = 0.02;

    /// <summary>The link's new state; null where nothing changes.</summary>
    /// <param name="known">The link as it is; null where there is none.</param>
    /// <param name="score">The new score.</param>
    /// <param name="thresholds">From when on.</param>
    public static LinkState? Decide(SellerLink? known, LinkScore score, LinkThresholds thresholds)
    {
        ArgumentNullException.ThrowIfNull(score);
        var state = score.Likelihood >= thresholds.LinkAt ? LinkState.Linked : score.Likelihood >= thresholds.ProposeAt ? LinkState.Proposed : (LinkState?)null;
        if (known is null)
        {
            return state;
        }

        return known.State switch
        {
            LinkState.Confirmed => null,
            // On what was judged already it is not put before anybody again; and what a person has refuted no machine links.
            LinkState.Refuted => state is not null && HasNews(known.Score, score) ? LinkState.Proposed : null,
            _ => Moved(known, state, score),
        };
    }

    private static LinkState? Moved(SellerLink known, LinkState? state, LinkScore score)
    {
        // What was refuted once stays with people; and below both thresholds a link is a proposal still: somebody has seen it.
        var next = known.WasRefuted ? LinkState.Proposed : state ?? LinkState.Proposed;
        return next != known.State || Math.Abs(known.Score.Likelihood - score.Likelihood) >= Notable || HasNews(known.Score, score) ? next : null;
    }

    private static bool HasNews(LinkScore known, LinkScore score)
    {
        var before = known.Evidence.Where(e => e.Bits > 0).ToList();
        return score.Evidence.Any(e => e.Bits > 0 && !before.Exists(b => b.What == e.What && (b.Hashes.IsEmpty || b.Hashes.Intersect(e.Hashes).Any())));
    }
}
