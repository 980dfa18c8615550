namespace Tracking.Dashboard.Commands;

/// <summary>What the commands' exit codes mean.</summary>
internal static class ExitCodes
{
    /// <summary>Done; nothing was rejected, nothing differs.</summary>
    public const int Done = 0;

    /// <summary>Done, but facts were rejected or could not be read, or numbers differ.</summary>
    public const int Differs = 1;

    /// <summary>The command line or the input is wrong.</summary>
    public const int WrongInput = 2;

    /// <summary>The partner API or the journal cannot be reached, or refuses to talk.</summary>
    public const int NoAnswer = 3;

    /// <summary>Stopped by the user.</summary>
    public const int Stopped = 130;
}
