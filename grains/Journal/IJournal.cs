using Tracking.Contracts.Identifiers;

namespace Tracking.Journal;

/// <summary>What grains use: appends of a whole silo are committed in groups, cold streams are read in batches.</summary>
public interface IJournal
{
    /// <summary>Hands an append to the group commit; completes when it is durable or lost to another writer.</summary>
    /// <param name="append">The append.</param>
    /// <param name="cancellationToken">Gives up waiting for a place in the queue; an append that is queued goes on.</param>
    /// <exception cref="JournalUnavailableException">The store cannot be reached; whether it was appended is not known.</exception>
    /// <exception cref="AppendRefusedException">The store cannot keep this content; nothing was appended.</exception>
    ValueTask<AppendResult> AppendAsync(Append append, CancellationToken cancellationToken = default);

    /// <summary>Hands appends of different streams to the group commit; completes when each of them is settled, whatever became of the others.</summary>
    /// <param name="appends">The appends.</param>
    /// <returns>An outcome per append, in their order.</returns>
    Task<AppendOutcome[]> AppendAllAsync(IReadOnlyList<Append> appends);

    /// <summary>Reads a number's stream, together with others that are asked for at the same time.</summary>
    /// <param name="number">The number.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <exception cref="JournalUnavailableException">The store cannot be reached.</exception>
    ValueTask<LoadedStream> LoadAsync(ShipmentNumber number, CancellationToken cancellationToken = default);
}
