using NodaTime;
using Tracking.Contracts.Live;
using Tracking.Domain.Cases;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Domain.Clocks;

/// <summary>From the deadlines of a shipment to the steps that its stream still lacks, and to the rows by which they are woken.</summary>
public static class DeadlineSteps
{
    /// <summary>The steps that are due and not in the stream yet: none for who comes a second time, or with a clock that is slow.</summary>
    /// <param name="state">The shipment.</param>
    /// <param name="clocks">The law.</param>
    /// <param name="now">Now.</param>
    public static ImmutableArray<ShipmentEvent> Missing(ShipmentState state, ClockLibrary clocks, Instant now)
    {
        ArgumentNullException.ThrowIfNull(state);
        var steps = ImmutableArray.CreateBuilder<ShipmentEvent>();
        var known = new HashSet<DeadlineKey>();
        foreach (var held in ShipmentCases.Of(state, clocks, now))
        {
            foreach (var deadline in held.Sheet?.Deadlines ?? [])
            {
                var key = held.Key(deadline.Rule.Id);
                known.Add(key);
                if (Step(state, key, deadline, DeadlineRules.Status(deadline, held.Heard, now).State, now) is { } step)
                {
                    steps.Add(step);
                }
            }
        }

        // What is no deadline any more, because a fact was taken back or the hold went to another bill, matters no longer.
        steps.AddRange(state.Steps.Values
            .Where(s => s.State != DeadlineState.Stopped && !known.Contains(s.Key))
            .OrderBy(s => s.Key.Hold, StringComparer.Ordinal).ThenBy(s => s.Key.Clock, StringComparer.Ordinal)
            .Select(s => s with { State = DeadlineState.Stopped, At = ClockTime.Microseconds(now) }));
        return steps.ToImmutable();
    }

    /// <summary>The rows of deadlines that somebody still has to look at. A function of the stream alone: a recount gives the same.</summary>
    /// <param name="state">The shipment.</param>
    /// <param name="clocks">The law.</param>
    public static ImmutableArray<DeadlineRow> Rows(ShipmentState state, ClockLibrary clocks)
    {
        ArgumentNullException.ThrowIfNull(state);
        var rows = ImmutableArray.CreateBuilder<DeadlineRow>();
        foreach (var held in ShipmentCases.Of(state, clocks, Instant.MinValue))
        {
            foreach (var deadline in held.Sheet?.Deadlines ?? [])
            {
                var step = state.Steps.GetValueOrDefault(held.Key(deadline.Rule.Id));
                var reached = step is not null && step.EndsAt == ClockTime.Microseconds(deadline.End) ? step.State : DeadlineState.Expected;
                if (IsOpen(reached, deadline, held))
                {
                    rows.Add(Row(state, held, deadline, reached));
                }
            }
        }

        return rows.ToImmutable();
    }

    private static DeadlineStepped? Step(ShipmentState state, DeadlineKey key, Deadline deadline, DeadlineState now, Instant at)
    {
        var end = ClockTime.Microseconds(deadline.End);
        var last = state.Steps.GetValueOrDefault(key);
        if (last?.EndsAt == end)
        {
            // Time does not run backwards because another silo's clock does.
            var backwards = Rank(now) is { } next && Rank(last.State) is { } reached && next <= reached;
            return now == last.State || backwards ? null : new DeadlineStepped(key, deadline.RuleSet, now, end, ClockTime.Microseconds(at));
        }

        return now == DeadlineState.Expected ? null : new DeadlineStepped(key, deadline.RuleSet, now, end, ClockTime.Microseconds(at));
    }

    // States that follow each other by time alone.
    private static int? Rank(DeadlineState state) => state switch
    {
        DeadlineState.Expected => 0,
        DeadlineState.Running or DeadlineState.Extended => 1,
        DeadlineState.Warned => 2,
        DeadlineState.Due => 3,
        DeadlineState.Breached => 4,
        _ => null,
    };

    // What ran out stays in sight until it is settled.
    private static bool IsOpen(DeadlineState reached, Deadline deadline, HeldCase held) => reached switch
    {
        DeadlineState.Met or DeadlineState.Stopped => false,
        DeadlineState.Breached => DeadlineRules.Status(deadline, held.Heard, Instant.MaxValue).By is null,
        _ => true,
    };

    private static Instant? WakeAt(Deadline deadline, DeadlineState reached)
    {
        (int Rank, Instant At)[] changes = [(1, deadline.Anchor.At), (2, deadline.WarnFrom), (3, deadline.DueFrom), (4, deadline.End)];
        var later = changes.Where(c => c.Rank > Rank(reached)).ToArray();
        return later.Length == 0 ? null : later.Min(c => c.At);
    }

    private static DeadlineRow Row(ShipmentState state, HeldCase held, Deadline deadline, DeadlineState reached)
    {
        var rule = deadline.Rule;
        return new DeadlineRow
        {
            Carrier = state.Number.Carrier,
            Number = state.Number.Number,
            Authority = held.Hold.Authority,
            Hold = held.Hold.Id,
            Clock = rule.Id,
            Title = rule.Title,
            State = ClockWords.Of(reached),
            LastDay = deadline.LastDay.ToString("uuuu-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            EndsAt = ClockTime.Microseconds(deadline.End),
            WakeAt = WakeAt(deadline, reached) is { } wake ? ClockTime.Microseconds(wake) : null,
            Zone = held.Sheet!.Port.Zone.Id,
            Turn = ClockWords.Of(rule.Turn),
            Effect = rule.EffectWords,
            Citation = rule.Citation,
        };
    }
}
