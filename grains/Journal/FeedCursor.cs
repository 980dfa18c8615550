namespace Tracking.Journal;

/// <summary>A place in the feed; opaque to everyone but the store that made it.</summary>
/// <param name="Text">What is passed around.</param>
public readonly record struct FeedCursor(string Text)
{
    /// <summary>Before the first event.</summary>
    public static FeedCursor Start => new("");

    /// <inheritdoc/>
    public override string ToString() => Text;
}
