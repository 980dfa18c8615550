using System.Collections.Concurrent;

namespace Tracking.Simulator.Tests.Replay;

/// <summary>A clock on which every pause is over at once, and which remembers how long each should have been.</summary>
internal sealed class EagerTime : TimeProvider
{
    public ConcurrentQueue<TimeSpan> Pauses { get; } = [];

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        if (dueTime != Timeout.InfiniteTimeSpan)
        {
            Pauses.Enqueue(dueTime);
            dueTime = TimeSpan.Zero;
        }

        return base.CreateTimer(callback, state, dueTime, period);
    }
}
