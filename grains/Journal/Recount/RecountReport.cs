namespace Tracking.Journal.Recount;

/// <summary>What a recount read and what disagrees.</summary>
/// <param name="Streams">Streams read.</param>
/// <param name="Events">Events read from the streams.</param>
/// <param name="Facts">How many of them are facts.</param>
/// <param name="FeedEvents">Events read once more, in the order of the feed.</param>
/// <param name="Differences">What disagrees, by kind; empty where everything agrees.</param>
public sealed record RecountReport(long Streams, long Events, long Facts, long FeedEvents, ImmutableArray<DifferencesOfKind> Differences)
{
    /// <summary>Whether everything agrees.</summary>
    public bool Agrees => Differences.IsEmpty;

    /// <summary>How many differences there are in all.</summary>
    public long Count => Differences.Sum(kind => kind.Count);
}

/// <summary>The differences of one kind.</summary>
/// <param name="Kind">The kind; see <see cref="Difference.Kind"/>.</param>
/// <param name="Count">How many there are.</param>
/// <param name="First">The first ones found.</param>
public sealed record DifferencesOfKind(string Kind, long Count, ImmutableArray<Difference> First);
