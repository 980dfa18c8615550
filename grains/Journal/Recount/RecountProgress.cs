namespace Tracking.Journal.Recount;

/// <summary>How far a recount has come.</summary>
/// <param name="Streams">Streams read.</param>
/// <param name="Events">Events read from them.</param>
/// <param name="FeedEvents">Events read in the order of the feed.</param>
/// <param name="Expected">How many events there are by the heads: both readings come to it.</param>
public readonly record struct RecountProgress(long Streams, long Events, long FeedEvents, long Expected);
