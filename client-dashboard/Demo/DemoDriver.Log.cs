namespace Tracking.Dashboard.Demo;

internal sealed partial class DemoDriver
{
    [LoggerMessage(7001, LogLevel.Information, "Simulated world with seed {Seed} is played to {To}; it began {Backlog} ago.")]
    private partial void LogStarted(long seed, Uri to, TimeSpan backlog);

    [LoggerMessage(7002, LogLevel.Information, "The simulated world has caught up: {Facts} facts sent, {Shipments} shipments begun.")]
    private partial void LogCaughtUp(long facts, long shipments);

    [LoggerMessage(7003, LogLevel.Warning, "The partner API takes no facts of the simulated world now ({Problem}); trying again.")]
    private partial void LogTrouble(string problem);

    [LoggerMessage(7004, LogLevel.Information, "The partner API takes facts of the simulated world again.")]
    private partial void LogRecovered();

    [LoggerMessage(7005, LogLevel.Warning, "{Count} simulated facts were given up: {Problem}")]
    private partial void LogGivenUp(int count, string problem);

    [LoggerMessage(7006, LogLevel.Information, "The simulated world is {Behind} behind; another one begins.")]
    private partial void LogBegunAnew(TimeSpan behind);

    [LoggerMessage(7007, LogLevel.Warning, "{Count} simulated facts were rejected, for example: {Reason}")]
    private partial void LogRejected(long count, string reason);
}
