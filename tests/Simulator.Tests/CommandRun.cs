using Spectre.Console;
using Tracking.Dashboard.Commands;
using Tracking.Simulator.Tests.Replay;

namespace Tracking.Simulator.Tests;

/// <summary>Runs a command line and catches what it says.</summary>
internal static class CommandRun
{
    public static async Task<(int Code, string Said)> RunAsync(params string[] arguments)
    {
        using var said = new StringWriter();
        var console = AnsiConsole.Create(new AnsiConsoleSettings { Ansi = AnsiSupport.No, Interactive = InteractionSupport.No, Out = new AnsiConsoleOutput(said) });
        console.Profile.Width = 300;
        var root = TrackingCommands.Create((_, _) => Task.FromResult(ExitCodes.Done), console, new EagerTime());
        return (await TrackingCommands.RunAsync(root, arguments, console), said.ToString());
    }
}
