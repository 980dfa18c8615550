using System.CommandLine;
using System.Globalization;
using System.Text.Json;

namespace Tracking.Benchmarks.Live;

/// <summary>
/// Many clients in a process of their own. Says <c>ready</c> when all are streaming; told how many changes were posted, it
/// waits a while for the last ones and answers with what came, in one line of JSON.
/// </summary>
internal static class ClientsCommand
{
    public const string Name = "clients";
    public const string Ready = "ready";

    private const int ConnectingAtOnce = 32;
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private static readonly TimeSpan Often = TimeSpan.FromMilliseconds(50);
    private static readonly TimeSpan Alive = TimeSpan.FromSeconds(10);

    public static Command Create()
    {
        var (url, count) = (new Argument<string>("url"), new Argument<int>("count"));
        var command = new Command(Name) { url, count };
        command.Hidden = true;
        command.SetAction((parsed, cancellationToken) => RunAsync(new Uri(parsed.GetValue(url)!), parsed.GetValue(count), cancellationToken));
        return command;
    }

    private static async Task<int> RunAsync(Uri url, int count, CancellationToken cancellationToken)
    {
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(cancellationToken);
        var arrivals = new Arrivals();
        var clients = Enumerable.Range(0, count).Select(_ => new LeanClient(url, arrivals)).ToList();
        await Parallel.ForEachAsync(clients, new ParallelOptions { MaxDegreeOfParallelism = ConnectingAtOnce, CancellationToken = stop.Token }, async (client, ct) => await client.ConnectAsync(ct));
        var reading = Task.WhenAll(clients.Select(client => client.ReadAsync(stop.Token)));
        var keepingAlive = KeepAliveAsync(clients, stop.Token);
        await UntilAsync(() => arrivals.Streaming == count || reading.IsCompleted, Timeout.InfiniteTimeSpan, stop.Token);
        await FailedAsync(reading);
        Console.WriteLine(Ready);

        var posted = long.Parse((await Console.In.ReadLineAsync(stop.Token))!, CultureInfo.InvariantCulture);
        await UntilAsync(() => arrivals.Changes >= posted * count || reading.IsCompleted, Patience, stop.Token);
        await FailedAsync(reading);
        Console.WriteLine(JsonSerializer.Serialize(arrivals.Report()));
        await stop.CancelAsync();
        await Task.WhenAll(reading, keepingAlive).ContinueWith(_ => { }, TaskScheduler.Default);
        clients.ForEach(client => client.Dispose());
        return 0;
    }

    private static async Task KeepAliveAsync(List<LeanClient> clients, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Alive);
        while (await timer.WaitForNextTickAsync(cancellationToken))
        {
            await Task.WhenAll(clients.Select(client => client.PingAsync(cancellationToken)));
        }
    }

    private static async Task UntilAsync(Func<bool> enough, TimeSpan patience, CancellationToken cancellationToken)
    {
        using var timer = new PeriodicTimer(Often);
        var began = TimeProvider.System.GetTimestamp();
        while (!enough() && (patience == Timeout.InfiniteTimeSpan || TimeProvider.System.GetElapsedTime(began) < patience))
        {
            await timer.WaitForNextTickAsync(cancellationToken);
        }
    }

    // Before they are told to stop, clients end only by failing.
    private static Task FailedAsync(Task reading) => reading.IsCompleted ? reading : Task.CompletedTask;
}
