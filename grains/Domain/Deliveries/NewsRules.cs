using Tracking.Domain.Holds;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Deliveries;

/// <summary>What an event changed that partners are told, and whom it concerns.</summary>
public static class NewsRules
{
    /// <summary>What changed from one state to the next. What a watch order sees is no hold, and so never news.</summary>
    /// <param name="before">The state before the event.</param>
    /// <param name="after">The state after it.</param>
    /// <param name="value">The event.</param>
    public static ImmutableArray<ShipmentNews> Between(ShipmentState before, ShipmentState after, ShipmentEvent value)
    {
        ArgumentNullException.ThrowIfNull(before);
        ArgumentNullException.ThrowIfNull(after);
        var news = ImmutableArray.CreateBuilder<ShipmentNews>();
        var (old, now) = (Open(before), Open(after));
        foreach (var (key, hold) in now)
        {
            if (!old.TryGetValue(key, out var was))
            {
                news.Add(new(NewsKind.HoldPlaced, hold.Authority, hold.Id, hold));
            }
            else if (IsOther(was, hold))
            {
                news.Add(new(NewsKind.HoldChanged, hold.Authority, hold.Id, hold));
            }
        }

        foreach (var (key, hold) in old.Where(o => !now.ContainsKey(o.Key)))
        {
            var ended = after.Picture.Holds.FirstOrDefault(h => (h.Authority, h.Id) == key);
            news.Add(new(NewsKind.HoldLifted, hold.Authority, hold.Id, ended ?? hold));
        }

        AddViolations(news, before, after);
        if (value is DeadlineStepped step)
        {
            news.Add(new(NewsKind.DeadlineStepped, step.Key.Authority, step.Key.Hold, Deadline: step));
        }

        return news.DrainToImmutable();
    }

    /// <summary>Whether somebody is told: a carrier what holds and charges it, an authority what becomes of its own holds.</summary>
    /// <param name="news">The change.</param>
    /// <param name="speaksForCarrier">Whether it speaks for the shipment's carrier.</param>
    /// <param name="speaksForAuthority">Whether it speaks for an authority.</param>
    public static bool Concerns(ShipmentNews news, bool speaksForCarrier, Func<string, bool> speaksForAuthority)
    {
        ArgumentNullException.ThrowIfNull(news);
        ArgumentNullException.ThrowIfNull(speaksForAuthority);

        // The law's clocks of an authority's hold are not the carrier's business.
        return (speaksForCarrier && news.Kind != NewsKind.DeadlineStepped) || (news.Authority is { } authority && speaksForAuthority(authority));
    }

    private static void AddViolations(ImmutableArray<ShipmentNews>.Builder news, ShipmentState before, ShipmentState after)
    {
        var (old, now) = (before.Picture.Violations, after.Picture.Violations);
        foreach (var violation in now.Where(v => !old.Any(o => IsSame(o, v))))
        {
            news.Add(new(NewsKind.ViolationRaised, AuthorityOf(after, violation) ?? AuthorityOf(before, violation), violation.Hold, Violation: violation));
        }

        foreach (var violation in old.Where(v => !now.Any(n => IsSame(n, v))))
        {
            news.Add(new(NewsKind.ViolationWithdrawn, AuthorityOf(after, violation) ?? AuthorityOf(before, violation), violation.Hold, Violation: violation));
        }
    }

    private static Dictionary<(string Authority, string Id), Hold> Open(ShipmentState state) =>
        state.Links.Belongs is not null ? [] : state.Picture.Holds.Where(h => h.IsCounted && h.IsOpen).DistinctBy(h => (h.Authority, h.Id)).ToDictionary(h => (h.Authority, h.Id));

    // When the carrier learnt of it is no change of the hold.
    private static bool IsOther(Hold was, Hold hold) =>
        was.Kind != hold.Kind || was.Terms != hold.Terms || was.PlacedAt != hold.PlacedAt || !was.Pieces.SequenceEqual(hold.Pieces) || !was.FreedPieces.SequenceEqual(hold.FreedPieces);

    private static bool IsSame(Violation one, Violation other) => (one.Hold, one.Fact) == (other.Hold, other.Fact);

    private static string? AuthorityOf(ShipmentState state, Violation violation) => state.Picture.Holds.FirstOrDefault(h => h.Id == violation.Hold)?.Authority;
}
