using System.CommandLine;
using Tracking.Chaos;

return await new RootCommand("Kills the product and holds it to what it acknowledged.") { SoakCommand.Create() }.Parse(args).InvokeAsync();
