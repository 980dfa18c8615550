namespace Tracking.Simulator;

/// <summary>Turns hours of the real world since the start into instants of the compressed one.</summary>
internal readonly record struct WorldClock(DateTimeOffset Start, double Scale)
{
    public DateTimeOffset At(TimeSpan world)
    {
        var ticks = (long)(world.Ticks / Scale);
        return Start.AddTicks(ticks - (ticks % TimeSpan.TicksPerMillisecond));
    }

    public TimeSpan World(DateTimeOffset at) => (at - Start) * Scale;

    /// <summary>How much of the real world's time must pass until so much has passed here.</summary>
    public TimeSpan Stretch(TimeSpan here) => here * Scale;
}
