using Microsoft.Extensions.Logging;

namespace Tracking.Journal.Writing;

/// <summary>What the journal logs; numbers 3000 to 3099.</summary>
internal static partial class JournalLog
{
    [LoggerMessage(3000, LogLevel.Information, "The journal writes with {Writers} writers, at most {Batch} appends together.")]
    public static partial void Started(this ILogger logger, int writers, int batch);

    [LoggerMessage(3001, LogLevel.Warning, "The journal's store cannot be reached; a batch of {Appends} is sent again in {Delay}.")]
    public static partial void Retrying(this ILogger logger, Exception error, int appends, TimeSpan delay);

    [LoggerMessage(3002, LogLevel.Error, "The journal's store could not be reached for {Outage}; {Appends} appends are given back with unknown outcome.")]
    public static partial void GivenUp(this ILogger logger, Exception error, TimeSpan outage, int appends);

    [LoggerMessage(3003, LogLevel.Error, "The store refuses the append {AppendId} of stream {Stream}; its neighbours are not harmed.")]
    public static partial void Refused(this ILogger logger, Exception error, Guid appendId, Guid stream);

    [LoggerMessage(3004, LogLevel.Information, "The journal's store can be reached again after {Outage}.")]
    public static partial void Recovered(this ILogger logger, TimeSpan outage);

    [LoggerMessage(3005, LogLevel.Information, "The journal has written everything that was handed in and stops.")]
    public static partial void Drained(this ILogger logger);

    [LoggerMessage(3006, LogLevel.Error, "The stream of {Number} cannot be read.")]
    public static partial void Unreadable(this ILogger logger, Exception error, string number);

    [LoggerMessage(3010, LogLevel.Information, "The journal's schema was brought to version {Version} by {Migration}.")]
    public static partial void Migrated(this ILogger logger, int version, string migration);

    [LoggerMessage(3011, LogLevel.Warning, "Partitions of events could not be made ahead; events go to the default partition until it succeeds.")]
    public static partial void PartitionsNotMade(this ILogger logger, Exception error);
}
