using System.CommandLine;
using System.Globalization;
using Tracking.Chaos.Deployments;
using Tracking.Chaos.Load;

namespace Tracking.Chaos;

/// <summary>The checker for as long as one likes.</summary>
internal static class SoakCommand
{
    private static readonly string[] Kinds = ["embedded", "postgres", "cluster"];

    // Behind the last request everything is answered within this time, whatever was killed.
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(3);

    public static Command Create()
    {
        var minutes = new Option<double>("--minutes") { Description = "How long each deployment is loaded.", DefaultValueFactory = _ => 10 };
        var seed = new Option<int>("--seed") { Description = "The same seed, the same facts and the same plan of kills.", DefaultValueFactory = _ => 7 };
        var on = new Option<string[]>("--on") { Description = $"On which deployments: {string.Join(", ", Kinds)}; all unless given.", AllowMultipleArgumentsPerToken = true, DefaultValueFactory = _ => Kinds };
        var calm = new Option<bool>("--calm") { Description = "Kill nothing: only load, and recount at the end." };
        on.AcceptOnlyFromAmong(Kinds);
        var command = new Command("soak", "Loads the product, kills it again and again, and holds it to every fact that it acknowledged.") { minutes, seed, on, calm };
        command.SetAction(async (parsed, cancellationToken) =>
        {
            var failed = 0;
            foreach (var kind in parsed.GetRequiredValue(on))
            {
                failed += await RunAsync(kind, TimeSpan.FromMinutes(parsed.GetValue(minutes)), parsed.GetValue(seed), parsed.GetValue(calm), cancellationToken) ? 0 : 1;
            }

            return failed;
        });
        return command;
    }

    private static async Task<bool> RunAsync(string kind, TimeSpan length, int seed, bool calm, CancellationToken cancellationToken)
    {
        await using var deployment = kind switch
        {
            "embedded" => Deployment.Embedded(),
            "postgres" => await Deployment.OnPostgresAsync(silos: 1, cancellationToken),
            _ => await Deployment.OnPostgresAsync(silos: 2, cancellationToken),
        };
        using var enough = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        using var deadline = new CancellationTokenSource(length + Patience);
        enough.CancelAfter(length);
        var happened = "started";
        var plan = new CheckerPlan(new LoadPlan(seed) { FactsEach = 200, Window = 5_000 })
        {
            Senders = 8,
            MostKills = calm ? 0 : int.MaxValue,
            RequestsBetweenKills = (20, 1_500),
            KillsBetweenRecounts = 3,
        };
        var checker = new Checker(deployment, plan) { Said = what => happened = what };
        var clock = TimeProvider.System;
        var started = clock.GetTimestamp();
        using var shown = ShowProgress(() => string.Create(
            CultureInfo.InvariantCulture, $"{kind,-8} {clock.GetElapsedTime(started):mm\\:ss}  {checker.Acknowledged,12:N0} acknowledged  {checker.Kills,4} killed  {happened,-40}"));
        var report = await checker.RunAsync(enough.Token, deadline.Token);
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"\r{kind,-8} seed {report.Seed}: {report.Acknowledged:N0} facts acknowledged in {report.Streams:N0} streams, {report.Kills} processes killed, {report.RecountsBeside} recounts beside the load: {(report.IsTrue ? "nothing is wrong" : "WRONG")}"));
        if (!report.IsTrue)
        {
            Console.WriteLine(report.Findings);
        }

        return report.IsTrue;
    }

    // One line that is written over; a line now and then where the output is a file.
    private static ITimer ShowProgress(Func<string> line)
    {
        var interval = TimeSpan.FromSeconds(Console.IsOutputRedirected ? 15 : 1);
        return TimeProvider.System.CreateTimer(_ => Console.Write(Console.IsOutputRedirected ? line() + "\n" : "\r" + line()), null, interval, interval);
    }
}
