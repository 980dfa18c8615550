using System.Threading.Channels;
using Tracking.Journal;

namespace Tracking.Faults;

/// <summary>Acknowledges every append at once and commits it a moment later, as a write-behind cache does.</summary>
public class HastyJournal : InFront<IJournal>
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(150);

    private readonly Channel<Append> later = Channel.CreateUnbounded<Append>();

    /// <summary>In front of a journal.</summary>
    public static IJournal Before(IJournal journal)
    {
        var (facade, self) = Make<HastyJournal>(journal);
        _ = self.CommitLaterAsync();
        return facade;
    }

    /// <inheritdoc/>
    protected override object? Take(string method, object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        switch (method)
        {
            case nameof(IJournal.AppendAsync):
                later.Writer.TryWrite((Append)arguments[0]!);
                return new ValueTask<AppendResult>(AppendResult.Committed);
            case nameof(IJournal.AppendAllAsync):
                var appends = (IReadOnlyList<Append>)arguments[0]!;
                foreach (var append in appends)
                {
                    later.Writer.TryWrite(append);
                }

                return Task.FromResult(new AppendOutcome[appends.Count]);
            default:
                return null;
        }
    }

    private async Task CommitLaterAsync()
    {
        using var timer = new PeriodicTimer(Moment);
        while (await timer.WaitForNextTickAsync())
        {
            var batch = new List<Append>();
            while (later.Reader.TryRead(out var append))
            {
                batch.Add(append);
            }

            await Inner.AppendAllAsync(batch);
        }
    }
}
