namespace Tracking.Journal;

/// <summary>There is no journal where one was asked for, or it is of another version. The message is one sentence with a remedy.</summary>
public sealed class JournalUnreadableException : Exception
{
    /// <summary>Says what is there instead.</summary>
    /// <param name="message">One sentence with a remedy.</param>
    public JournalUnreadableException(string message) : base(message)
    {
    }
}
