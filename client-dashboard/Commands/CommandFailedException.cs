namespace Tracking.Dashboard.Commands;

/// <summary>A command cannot go on; the message is one sentence and a remedy, for a person to read.</summary>
internal sealed class CommandFailedException(string message, int exitCode, Exception? cause = null) : Exception(message, cause)
{
    public int ExitCode { get; } = exitCode;
}
