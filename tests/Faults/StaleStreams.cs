using Tracking.Contracts.Identifiers;
using Tracking.Journal;

namespace Tracking.Faults;

/// <summary>
/// Gives every third stream without its last event, as an activation has it that was overtaken by another. No fault by
/// itself: that is what the fence of the append is for.
/// </summary>
public class StaleStreams : InFront<IJournalStore>
{
    private int loads;

    /// <summary>In front of a store.</summary>
    public static IJournalStore Before(IJournalStore store) => Make<StaleStreams>(store).Facade;

    /// <inheritdoc/>
    protected override object? Take(string method, object?[] arguments)
    {
        ArgumentNullException.ThrowIfNull(arguments);
        return method == nameof(IJournalStore.LoadAsync)
            ? Answer(LoadStaleAsync((IReadOnlyList<ShipmentNumber>)arguments[0]!, (CancellationToken)arguments[1]!))
            : null;
    }

    private async ValueTask<ImmutableArray<LoadedStream>> LoadStaleAsync(IReadOnlyList<ShipmentNumber> numbers, CancellationToken cancellationToken) =>
    [
        .. (await Inner.LoadAsync(numbers, cancellationToken)).Select(stream => stream.Version > 1 && Interlocked.Increment(ref loads) % 3 == 0
            ? stream with { Events = stream.Events[..^1] }
            : stream),
    ];
}
