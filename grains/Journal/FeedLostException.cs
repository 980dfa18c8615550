namespace Tracking.Journal;

/// <summary>A cursor of another epoch: the store was restored from a backup or is another one.</summary>
public sealed class FeedLostException : Exception
{
    /// <summary>Says so.</summary>
    public FeedLostException() : base("The position is of another journal; load the lists again.")
    {
    }
}
