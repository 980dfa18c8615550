using System.Buffers;

namespace Tracking.Dashboard.Replay;

/// <summary>
/// Plays a recording stretch by stretch. A stretch counts as played, and the state is saved, when each of its facts
/// has its answer; after a crash at most one stretch is sent twice, which the receiver answers with duplicates.
/// </summary>
internal sealed class ReplayPlayer(IRecording recording, SteadySender sender, ReplayStateFile stateFile, Pace pace, TimeProvider time)
{
    /// <summary>The longest stretch.</summary>
    public const int MostAtOnce = 4_000;

    private const int Lanes = 4;

    /// <summary>Plays what is left.</summary>
    /// <param name="state">Where to go on.</param>
    /// <param name="progress">Told after each stretch.</param>
    /// <param name="cancellationToken">Stops; the state keeps what is settled.</param>
    public async Task<ReplayState> PlayAsync(ReplayState state, Action<ReplayState> progress, CancellationToken cancellationToken)
    {
        var from = state.Position;
        var since = time.GetTimestamp();
        while (state.Position < recording.Count)
        {
            var elapsed = time.GetElapsedTime(since);
            var due = pace.DueUpTo(recording, from, state.Position, MostAtOnce, elapsed);
            if (due <= state.Position)
            {
                await Task.Delay(pace.UntilNext(recording, from, state.Position, elapsed), time, cancellationToken);
                continue;
            }

            state = await PlayStretchAsync(state, due, cancellationToken);
            stateFile.Save(state);
            progress(state);
        }

        return state;
    }

    private async Task<ReplayState> PlayStretchAsync(ReplayState state, int to, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var lanes = SendingPlan.Of(recording, state.Position, to, Lanes).Select(lane => PlayLaneAsync(lane, stop)).ToList();
        var tally = new ReplayTally();
        tally.Add(state.Tally);
        foreach (var played in await Task.WhenAll(lanes))
        {
            tally.Add(played);
        }

        return state with { Position = to, Tally = tally };
    }

    private async Task<ReplayTally> PlayLaneAsync(IReadOnlyList<SendingPlan.Batch> batches, CancellationTokenSource stop)
    {
        var tally = new ReplayTally();
        try
        {
            foreach (var batch in batches)
            {
                await sender.SendAsync(batch.Kind, Bodies(batch.Facts), tally, stop.Token);
            }

            return tally;
        }
        catch
        {
            // The others need not go on: what they send now would be sent again.
            await stop.CancelAsync();
            throw;
        }
    }

    private List<ReadOnlyMemory<byte>> Bodies(IReadOnlyList<int> facts)
    {
        var buffer = new ArrayBufferWriter<byte>(facts.Count * 256);
        var ends = new List<int>(facts.Count);
        foreach (var index in facts)
        {
            recording.Write(index, buffer);
            ends.Add(buffer.WrittenCount);
        }

        return [.. ends.Select((end, i) => buffer.WrittenMemory[(i == 0 ? 0 : ends[i - 1])..end])];
    }
}
