using Tracking.Journal;

namespace Tracking.Faults;

/// <summary>A store that commits batches otherwise than it was asked to.</summary>
public abstract class FaultyCommits : InFront<IJournalStore>
{
    /// <summary>Commits a batch wrongly. Named otherwise than the method of the interface, which the proxy would take it for.</summary>
    protected abstract ValueTask<ImmutableArray<AppendResult>> CommitWronglyAsync(IReadOnlyList<Append> batch, int slot, CancellationToken cancellationToken);

    /// <inheritdoc/>
    protected override object? Take(string method, object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return method == nameof(IJournalStore.CommitAsync)
            ? Answer(CommitWronglyAsync((IReadOnlyList<Append>)arguments[0]!, (int)arguments[1]!, (CancellationToken)arguments[2]!))
            : null;
    }
}

/// <summary>Ignores the version that an append expects: it goes behind whatever the stream has come to.</summary>
public class UnfencedStore : FaultyCommits
{
    private IJournalStore truth = null!;

    /// <summary>In front of a store.</summary>
    /// <param name="store">What it passes calls on to.</param>
    /// <param name="truth">Where it looks how far streams have come.</param>
    public static IJournalStore Before(IJournalStore store, IJournalStore truth)
    {
        var (facade, self) = Make<UnfencedStore>(store);
        self.truth = truth;
        return facade;
    }

    /// <inheritdoc/>
    protected override async ValueTask<ImmutableArray<AppendResult>> CommitWronglyAsync(IReadOnlyList<Append> batch, int slot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var streams = await truth.LoadAsync([.. batch.Select(append => append.Number)], cancellationToken);
        return await Inner.CommitAsync([.. batch.Zip(streams, (append, stream) => append with { ExpectedVersion = stream.Version })], slot, cancellationToken);
    }
}

/// <summary>Counts the facts of every twentieth append twice.</summary>
public class DoublingStore : FaultyCommits
{
    private int appends;

    /// <summary>In front of a store.</summary>
    public static IJournalStore Before(IJournalStore store) => Make<DoublingStore>(store).Facade;

    /// <inheritdoc/>
    protected override ValueTask<ImmutableArray<AppendResult>> CommitWronglyAsync(IReadOnlyList<Append> batch, int slot, CancellationToken cancellationToken) =>
        Inner.CommitAsync([.. batch.Select(append => ++appends % 20 == 0 ? append with { Facts = 2 * append.Facts } : append)], slot, cancellationToken);
}

/// <summary>Leaves every fortieth append out of its batch.</summary>
public class DroppingStore : FaultyCommits
{
    private int appends;

    /// <summary>In front of a store.</summary>
    public static IJournalStore Before(IJournalStore store) => Make<DroppingStore>(store).Facade;

    /// <inheritdoc/>
    protected override async ValueTask<ImmutableArray<AppendResult>> CommitWronglyAsync(IReadOnlyList<Append> batch, int slot, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(batch);
        var dropped = batch.Select(_ => Interlocked.Increment(ref appends) % 40 == 0).ToArray();
        Append[] kept = [.. batch.Where((_, place) => !dropped[place])];
        var results = kept.Length == 0 ? [] : await Inner.CommitAsync(kept, slot, cancellationToken);
        var next = 0;
        return [.. dropped.Select(gone => gone ? AppendResult.Committed : results[next++])];
    }
}
