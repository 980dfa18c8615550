using System.CommandLine;

namespace Tracking.Benchmarks.Baselines;

/// <summary>The baselines are servers in processes of their own, as the product is: this program under hidden commands.</summary>
internal static class Servers
{
    public static IEnumerable<Command> Commands =>
    [
        Server("plain", PlainServer.RunAsync),
        Server("idiom", IdiomServer.RunAsync),
        Server("lookup", LookupServer.RunAsync),
    ];

    private static Command Server(string subject, Func<string, string, CancellationToken, Task<int>> run)
    {
        var (url, database) = (new Argument<string>("url"), new Argument<string>("database"));
        var command = new Command($"serve-{subject}") { url, database };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => run(parsed.GetValue(url)!, parsed.GetValue(database)!, cancellationToken));
        return command;
    }
}
