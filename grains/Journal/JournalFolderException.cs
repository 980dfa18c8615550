namespace Tracking.Journal;

/// <summary>The folder of the journal cannot be used. The message is one sentence for whoever started the program.</summary>
public sealed class JournalFolderException : Exception
{
    /// <summary>Says which folder and why.</summary>
    /// <param name="folder">The folder.</param>
    /// <param name="innerException">What the system said.</param>
    public JournalFolderException(string folder, Exception innerException)
        : base($"The data folder '{folder}' cannot be written ({innerException?.Message}); make it writable or choose another with Journal:Folder.", innerException)
    {
    }
}
