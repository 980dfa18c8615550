using Microsoft.Extensions.Logging;

namespace Tracking.Journal.Writing;

/// <summary>
/// Commits one batch and tells its callers: sends it again while the outcome is unknown, and finds the append that the
/// store cannot keep, so that it does not fail its neighbours.
/// </summary>
internal sealed class BatchCommitter(IJournalStore store, JournalOptions options, int slot, JournalMetrics metrics, TimeProvider time, ILogger logger)
{
    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan LongestDelay = TimeSpan.FromSeconds(2);

    // Counted over batches: once an outage has lasted for RetryFor, each further batch is tried once and given back at
    // once, so that callers can push back instead of waiting that long in turn.
    private long? outageSince;
    private bool givenUp;

    public async Task CommitAsync(IReadOnlyList<PendingAppend> batch)
    {
        var appends = new Append[batch.Count];
        for (var index = 0; index < appends.Length; index++)
        {
            appends[index] = batch[index].Append;
        }

        var started = time.GetTimestamp();
        ImmutableArray<AppendResult> results;
        try
        {
            results = await SendAsync(appends);
        }
        catch (JournalUnavailableException error)
        {
            logger.GivenUp(error, time.GetElapsedTime(outageSince ?? time.GetTimestamp()), batch.Count);
            foreach (var pending in batch)
            {
                pending.Fail(error);
            }

            return;
        }
        catch (Exception error) when (batch.Count == 1)
        {
            logger.Refused(error, appends[0].AppendId, appends[0].Stream);
            batch[0].Fail(error as AppendRefusedException
                ?? (Exception)new AppendRefusedException("The store refuses the content of the append.", error));
            return;
        }
        catch (Exception)
        {
            // Nothing of the batch was committed; halves find the culprit in a logarithm of steps.
            var half = batch.Count / 2;
            await CommitAsync([.. batch.Take(half)]);
            await CommitAsync([.. batch.Skip(half)]);
            return;
        }

        Complete(batch, results, time.GetElapsedTime(started));
    }

    private async Task<ImmutableArray<AppendResult>> SendAsync(Append[] batch)
    {
        for (var delay = FirstDelay; ; delay = delay * 2 < LongestDelay ? delay * 2 : LongestDelay)
        {
            try
            {
                var results = await store.CommitAsync(batch, slot, CancellationToken.None);
                if (outageSince is { } since)
                {
                    logger.Recovered(time.GetElapsedTime(since));
                    (outageSince, givenUp) = (null, false);
                }

                return results;
            }
            catch (JournalUnavailableException error)
            {
                outageSince ??= time.GetTimestamp();
                givenUp |= time.GetElapsedTime(outageSince.Value) + delay > options.RetryFor;
                if (givenUp)
                {
                    throw;
                }

                // The same batch with the same append ids: what was committed after all is found and not done twice.
                logger.Retrying(error, batch.Length, delay);
                metrics.Retried();
                await Task.Delay(delay, time);
            }
        }
    }

    private void Complete(IReadOnlyList<PendingAppend> batch, ImmutableArray<AppendResult> results, TimeSpan duration)
    {
        var (events, conflicts) = (0L, 0);
        for (var index = 0; index < batch.Count; index++)
        {
            if (results[index] == AppendResult.Committed)
            {
                events += batch[index].Append.Events.Length;
            }
            else
            {
                conflicts++;
            }

            batch[index].Complete(results[index]);
        }

        metrics.Committed(batch.Count, events, conflicts, duration);
    }
}
