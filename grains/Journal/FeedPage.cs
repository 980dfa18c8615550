namespace Tracking.Journal;

/// <summary>What follows a cursor.</summary>
/// <param name="Events">The events, in order.</param>
/// <param name="Next">Where to go on: after the last event, or where nothing came, as far as was looked.</param>
/// <param name="HeldBack">How long the oldest running transaction has held the feed back; zero when none does.</param>
public sealed record FeedPage(ImmutableArray<FeedEvent> Events, FeedCursor Next, TimeSpan HeldBack);
