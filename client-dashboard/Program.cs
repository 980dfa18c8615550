using Spectre.Console;
using Tracking.Dashboard.Commands;
using Tracking.Dashboard.Hosting;

var console = AnsiConsole.Console;
var root = TrackingCommands.Create(
    (parsed, cancellationToken) => new RunHost(args, console).RunAsync(parsed.GetValue(TrackingCommands.DemoOption), cancellationToken),
    console,
    TimeProvider.System);
return await TrackingCommands.RunAsync(root, args, console);
