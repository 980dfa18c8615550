using System.Diagnostics;
using System.Globalization;
using System.Text.Json;

namespace Tracking.Benchmarks.Live;

/// <summary>Starts <see cref="ClientsCommand"/> and talks to it.</summary>
internal sealed class ClientsProcess : IAsyncDisposable
{
    private readonly Process process;

    private ClientsProcess(Process process) => this.process = process;

    /// <summary>Connects so many clients; comes back when all are streaming.</summary>
    public static async Task<ClientsProcess> StartAsync(Uri host, int count, CancellationToken cancellationToken)
    {
        var start = new ProcessStartInfo("dotnet") { RedirectStandardInput = true, RedirectStandardOutput = true };
        string[] words = [Path.Combine(AppContext.BaseDirectory, "Tracking.Benchmarks.dll"), ClientsCommand.Name, host.ToString(), count.ToString(CultureInfo.InvariantCulture)];
        foreach (var word in words)
        {
            start.ArgumentList.Add(word);
        }

        var clients = new ClientsProcess(Process.Start(start) ?? throw new InvalidOperationException("The clients did not start."));
        await clients.LineAsync(cancellationToken);
        return clients;
    }

    /// <summary>Says how many changes were posted; gives what came to the clients.</summary>
    public async Task<ArrivalReport> ReportAsync(long posted, CancellationToken cancellationToken)
    {
        await process.StandardInput.WriteLineAsync(posted.ToString(CultureInfo.InvariantCulture).AsMemory(), cancellationToken);
        return JsonSerializer.Deserialize<ArrivalReport>(await LineAsync(cancellationToken))!;
    }

    public async ValueTask DisposeAsync()
    {
        if (!process.HasExited)
        {
            process.Kill();
            await process.WaitForExitAsync();
        }

        process.Dispose();
    }

    private async Task<string> LineAsync(CancellationToken cancellationToken) =>
        await process.StandardOutput.ReadLineAsync(cancellationToken) ?? throw new InvalidOperationException("The clients failed; their last words are above.");
}
