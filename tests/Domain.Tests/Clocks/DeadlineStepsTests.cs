using CsCheck;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Domain.Tests.Cases;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Clocks;

/// <summary>Steps that the stream lacks: each once, whoever looks and however often.</summary>
public sealed class DeadlineStepsTests
{
    private const double Day = 24 * 60;
    private static readonly ShipmentState Detained = Facts(ShipmentCasesTests.Detained(0, new Anchor("presented", new ReportedTime(At(-60), 0))));

    [Fact]
    public void A_deadline_goes_from_running_to_breached_by_time_alone_and_each_step_is_taken_once()
    {
        var (state, walked) = Walk(Detained, [.. Enumerable.Range(0, 60 * 4).Select(i => i * Day / 4)]);

        Assert.Equal([DeadlineState.Running, DeadlineState.Warned, DeadlineState.Due, DeadlineState.Breached], walked["us.determination"]);
        Assert.Empty(Missing(state, 60 * Day));
    }

    [Fact]
    public void What_was_slept_through_is_one_step_to_where_it_stands()
    {
        var (_, walked) = Walk(Detained, [50 * Day]);
        Assert.Equal([DeadlineState.Breached], walked["us.determination"]);
    }

    [Fact]
    public void A_clock_that_is_slow_takes_no_step_back()
    {
        var (state, _) = Walk(Detained, [0, 50 * Day]);
        Assert.Empty(Missing(state, 5 * Day));
    }

    [Fact]
    public void Looking_again_in_any_order_of_times_writes_no_step_twice() =>
        Gen.Double[0, 60 * Day].Array[1, 30].Sample(times =>
        {
            var (_, walked) = Walk(Detained, times);
            return walked.Values.All(states => states.Distinct().Count() == states.Count && states.SequenceEqual(states.Order()));
        });

    [Fact]
    public void Taking_the_anchor_back_stops_what_it_started()
    {
        var (state, _) = Walk(Detained, [1]);
        var withdrawn = state.With(Deletion(5, "d-1"));
        var stopped = Missing(withdrawn, 6);

        Assert.NotEmpty(stopped);
        Assert.All(stopped, s => Assert.Equal(DeadlineState.Stopped, s.State));
        Assert.Empty(Missing(withdrawn.After([.. stopped]), 7));
        Assert.Empty(DeadlineSteps.Rows(withdrawn.After([.. stopped]), Law.Library));
    }

    [Fact]
    public void A_row_says_when_it_has_to_be_woken_until_nothing_is_left()
    {
        var (state, _) = Walk(Detained, [0]);
        for (var rounds = 0; DeadlineSteps.Rows(state, Law.Library).Min(r => r.WakeAt) is { } wake; rounds++)
        {
            Assert.True(rounds < 40);
            var steps = DeadlineSteps.Missing(state, Law.Library, ClockTime.Of(wake));
            Assert.NotEmpty(steps);
            state = state.After(steps);
        }

        Assert.All(DeadlineSteps.Rows(state, Law.Library), row => Assert.Equal("breached", row.State));
    }

    [Fact]
    public void A_shipment_without_holds_has_no_rows_and_no_steps()
    {
        Assert.Empty(DeadlineSteps.Rows(Facts(Manifest(0)), Law.Library));
        Assert.Empty(Missing(Facts(Manifest(0)), 5));
    }

    private static ImmutableArray<DeadlineStepped> Missing(ShipmentState state, double at) => [.. DeadlineSteps.Missing(state, Law.Library, ClockTime.Of(At(at))).Cast<DeadlineStepped>()];

    private static (ShipmentState State, Dictionary<string, List<DeadlineState>> Walked) Walk(ShipmentState state, params double[] times)
    {
        var walked = new Dictionary<string, List<DeadlineState>>();
        foreach (var time in times)
        {
            var steps = Missing(state, time);
            foreach (var step in steps)
            {
                (walked.TryGetValue(step.Key.Clock, out var states) ? states : walked[step.Key.Clock] = []).Add(step.State);
            }

            state = state.After([.. steps]);
        }

        return (state, walked);
    }
}
