using Tracking.Dashboard.Commands;

namespace Tracking.Dashboard.Replay;

/// <summary>How a sender goes on when it gets no answer.</summary>
internal sealed record Persistence
{
    /// <summary>The first pause; each further one is twice as long.</summary>
    public TimeSpan FirstPause { get; init; } = TimeSpan.FromMilliseconds(200);

    /// <summary>The longest pause, unless the server asks for more.</summary>
    public TimeSpan LongestPause { get; init; } = TimeSpan.FromSeconds(5);

    /// <summary>The longest pause that a server may ask for.</summary>
    public TimeSpan LongestAsked { get; init; } = TimeSpan.FromMinutes(5);

    /// <summary>After how long without any answer it gives up.</summary>
    public TimeSpan GiveUpAfter { get; init; } = TimeSpan.FromMinutes(10);
}

/// <summary>Hands facts in until each has its answer: through lost connections, restarts, and pauses that the server asks for.</summary>
internal sealed class SteadySender(PartnerApi api, Persistence persistence, TimeProvider time, Action<string?> tellTrouble)
{
    /// <summary>Sends facts of one kind in order.</summary>
    /// <param name="kind">Their kind.</param>
    /// <param name="facts">At most <see cref="PartnerApi.MostItems"/>.</param>
    /// <param name="tally">Where they are counted.</param>
    /// <param name="cancellationToken">Stops between and within attempts.</param>
    /// <exception cref="CommandFailedException">No answer for too long, or a refusal that no repetition changes.</exception>
    public async Task SendAsync(FactKind kind, IReadOnlyList<ReadOnlyMemory<byte>> facts, ReplayTally tally, CancellationToken cancellationToken)
    {
        var pause = persistence.FirstPause;
        var since = time.GetTimestamp();
        while (facts.Count > 0)
        {
            var attempt = await api.PostAsync(kind, facts, cancellationToken);
            var left = Settle(facts, attempt, tally);
            if (left.Count < facts.Count)
            {
                pause = persistence.FirstPause;
                since = time.GetTimestamp();
                tellTrouble(null);
            }

            facts = left;
            if (facts.Count > 0)
            {
                tally.Retries++;
                await PauseAsync(attempt, pause, since, cancellationToken);
                pause = TimeSpan.FromTicks(Math.Min(pause.Ticks * 2, persistence.LongestPause.Ticks));
            }
        }
    }

    /// <summary>Counts what is settled; what is left must be sent again.</summary>
    private static IReadOnlyList<ReadOnlyMemory<byte>> Settle(IReadOnlyList<ReadOnlyMemory<byte>> facts, Attempt attempt, ReplayTally tally)
    {
        if (attempt.Answers.Count == 0)
        {
            return facts;
        }

        var left = new List<ReadOnlyMemory<byte>>();
        for (var i = 0; i < facts.Count; i++)
        {
            if (attempt.Answers[i].Result == ItemResult.Busy)
            {
                left.Add(facts[i]);
            }
            else
            {
                tally.Count(attempt.Answers[i]);
            }
        }

        return left;
    }

    private async Task PauseAsync(Attempt attempt, TimeSpan pause, long since, CancellationToken cancellationToken)
    {
        var problem = attempt.Problem ?? "is busy";
        if (time.GetElapsedTime(since) > persistence.GiveUpAfter)
        {
            throw new CommandFailedException(
                $"{api.Address} gave no answer for {persistence.GiveUpAfter.TotalMinutes:0.#} minutes ({problem}); start it and run the same command again, which goes on where it stopped.",
                ExitCodes.NoAnswer);
        }

        tellTrouble(problem);
        var wait = attempt.RetryAfter is { } asked && asked > TimeSpan.Zero
            ? TimeSpan.FromTicks(Math.Min(asked.Ticks, persistence.LongestAsked.Ticks))
            : pause;
        await Task.Delay(wait, time, cancellationToken);
    }
}
