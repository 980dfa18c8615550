using Microsoft.Extensions.Options;
using Tracking.Journal;
using Tracking.Silo.Clocks;

namespace Tracking.Silo.Hosting;

/// <summary>Turns what may go wrong at the start into one sentence with a remedy.</summary>
public static class StartFailures
{
    /// <summary>The sentence, or null for what is a bug and shows its trace.</summary>
    /// <param name="exception">What was thrown.</param>
    public static string? Explain(Exception exception) => exception switch
    {
        JournalFolderException folder => folder.Message,
        ClockDataException clocks => clocks.Message,
        OptionsValidationException options => string.Join(' ', options.Failures),
        JournalUnavailableException unavailable => $"The journal cannot be reached: {unavailable.InnerException?.Message ?? unavailable.Message} Check Journal:Postgres.",
        UnauthorizedAccessException denied => $"{denied.Message} Make it writable or choose another folder with --Journal:Folder=PATH.",
        IOException { InnerException: Microsoft.AspNetCore.Connections.AddressInUseException } inUse => $"{inUse.Message} Stop what uses it, or choose another with --Dashboard:Url or --PartnerApi:Url.",
        AggregateException { InnerExceptions.Count: 1 } aggregate => Explain(aggregate.InnerExceptions[0]),
        _ => null,
    };
}
