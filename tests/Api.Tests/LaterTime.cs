namespace Tracking.Api.Tests;

/// <summary>The clock of somebody who comes later.</summary>
internal sealed class LaterTime(TimeSpan by) : TimeProvider
{
    public override DateTimeOffset GetUtcNow() => System.GetUtcNow() + by;
}
