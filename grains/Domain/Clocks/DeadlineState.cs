namespace Tracking.Domain.Clocks;

/// <summary>How a deadline stands.</summary>
public enum DeadlineState : byte
{
    /// <summary>It starts only if another clock runs out, and that has not happened.</summary>
    Expected = 0,
    /// <summary>It runs.</summary>
    Running = 1,
    /// <summary>It was extended and runs.</summary>
    Extended = 2,
    /// <summary>Its end is near.</summary>
    Warned = 3,
    /// <summary>Its last day is today.</summary>
    Due = 4,
    /// <summary>It ran out before what it asks for was done; stays so, whatever comes later.</summary>
    Breached = 5,
    /// <summary>What it asks for was done in time.</summary>
    Met = 6,
    /// <summary>It matters no longer.</summary>
    Stopped = 7,
}
