namespace Tracking.Journal;

/// <summary>The store can be reached but cannot keep this append: its content breaks a rule of the store. Sending it again does not help.</summary>
public sealed class AppendRefusedException : Exception
{
    /// <summary>Wraps what the store's driver said.</summary>
    /// <param name="message">One sentence.</param>
    /// <param name="innerException">The driver's exception.</param>
    public AppendRefusedException(string message, Exception innerException) : base(message, innerException)
    {
    }
}
