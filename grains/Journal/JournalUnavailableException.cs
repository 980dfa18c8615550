namespace Tracking.Journal;

/// <summary>The store cannot be reached now.</summary>
public sealed class JournalUnavailableException : Exception
{
    /// <summary>Wraps what the store's driver said.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="innerException">The driver's exception.</param>
    public JournalUnavailableException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
