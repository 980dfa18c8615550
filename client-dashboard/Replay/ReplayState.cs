using System.Text.Json;
using Tracking.Dashboard.Commands;

namespace Tracking.Dashboard.Replay;

/// <summary>How far a replay has come: every fact before the position has its answer.</summary>
internal sealed record ReplayState
{
    /// <summary>Of which input.</summary>
    public required string Fingerprint { get; init; }

    /// <summary>To which partner API.</summary>
    public required string To { get; init; }

    /// <summary>How many facts, in the order of their times, are settled.</summary>
    public int Position { get; init; }

    /// <summary>What became of them.</summary>
    public ReplayTally Tally { get; init; } = new();
}

/// <summary>Keeps the state in a file that is whole at any moment.</summary>
internal sealed class ReplayStateFile(string path)
{
    public string Path => path;

    /// <summary>The state to go on from: a new one where there is none.</summary>
    /// <exception cref="CommandFailedException">The file belongs to another input or target, or is damaged.</exception>
    public ReplayState Load(string fingerprint, Uri to, bool restart)
    {
        var fresh = new ReplayState { Fingerprint = fingerprint, To = to.AbsoluteUri };
        if (restart || !File.Exists(path))
        {
            return fresh;
        }

        try
        {
            var state = JsonSerializer.Deserialize<ReplayState>(File.ReadAllBytes(path)) ?? throw new JsonException("empty");
            return state.Fingerprint == fingerprint && state.To == fresh.To
                ? state
                : throw new CommandFailedException(
                    $"The state in '{path}' belongs to {(state.To == fresh.To ? "another input" : $"a replay to {state.To}")}; run with --restart to begin anew, or with --state to keep both.",
                    ExitCodes.WrongInput);
        }
        catch (Exception problem) when (problem is JsonException)
        {
            throw new CommandFailedException($"The state in '{path}' cannot be read; run with --restart to begin anew.", ExitCodes.WrongInput, problem);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The state in '{path}' cannot be read: {problem.Message} Name another file with --state.", ExitCodes.WrongInput, problem);
        }
    }

    /// <summary>Replaces the file in one step, after its content has reached the disk.</summary>
    public void Save(ReplayState state)
    {
        try
        {
            var beside = path + ".new";
            using (var stream = File.Create(beside))
            {
                JsonSerializer.Serialize(stream, state);
                stream.Flush(flushToDisk: true);
            }

            File.Move(beside, path, overwrite: true);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"The state cannot be written to '{path}': {problem.Message} Name a writable file with --state.", ExitCodes.WrongInput, problem);
        }
    }
}
