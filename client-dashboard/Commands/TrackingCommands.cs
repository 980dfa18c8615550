using System.CommandLine;
using Spectre.Console;

namespace Tracking.Dashboard.Commands;

/// <summary>All commands of the program. Without one of them it runs the host.</summary>
/// <remarks>
/// Exit codes: 0 done; 1 done, but facts were rejected or unreadable, or numbers differ; 2 wrong command line or input;
/// 3 the partner API or the journal does not answer or refuses; 130 stopped by the user.
/// </remarks>
internal static class TrackingCommands
{
    /// <summary>Switches the simulated world on.</summary>
    public static Option<bool> DemoOption { get; } = new("--demo") { Description = "Also play a simulated world, so that there is something to see." };

    /// <summary>Builds the commands.</summary>
    /// <param name="runHost">What is done without a command: runs the host. Words that are no option of a command are its settings.</param>
    /// <param name="console">Where progress and results are written.</param>
    /// <param name="time">The clock.</param>
    public static RootCommand Create(Func<ParseResult, CancellationToken, Task<int>> runHost, IAnsiConsole console, TimeProvider time)
    {
        var root = new RootCommand("Tracks parcels from a carrier's scan to a customs officer's screen. Without a command: runs the page and, unless a cluster is configured, everything behind it.")
        {
            DemoOption,
            ReplayCommand.Create(console, time),
            VerifyCommand.Create(console, time),
            ClocksCommand.Create(console, time),
            EventCommand.Create(console),
            ConvertCommand.Create(console, time),
            NumberCommand.Create(console),
            NamesCommand.Create(console),
        };

        // Settings of the host (--Section:Key=value) are read by the host itself.
        root.TreatUnmatchedTokensAsErrors = false;
        root.SetAction(runHost);
        return root;
    }

    /// <summary>Parses and runs; answers with the exit code.</summary>
    /// <param name="root">The commands.</param>
    /// <param name="arguments">The command line.</param>
    /// <param name="console">Where errors are written.</param>
    public static async Task<int> RunAsync(RootCommand root, IReadOnlyList<string> arguments, IAnsiConsole console)
    {
        var parsed = root.Parse(arguments);
        try
        {
            var code = await parsed.InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false });
            return parsed.Errors.Count > 0 ? ExitCodes.WrongInput : code;
        }
        catch (CommandFailedException failure)
        {
            console.MarkupLineInterpolated($"[red]{failure.Message}[/]");
            return failure.ExitCode;
        }
        catch (OperationCanceledException)
        {
            return ExitCodes.Stopped;
        }
    }
}
