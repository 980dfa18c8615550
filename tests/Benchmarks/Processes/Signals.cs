using System.Diagnostics;

namespace Tracking.Benchmarks.Processes;

/// <summary>Stops a process in its tracks and lets it go on, as an operating system or a hypervisor may.</summary>
internal static class Signals
{
    public static Task StopAsync(int process) => SendAsync("STOP", process);

    public static Task ContinueAsync(int process) => SendAsync("CONT", process);

    private static async Task SendAsync(string signal, int process)
    {
        using var kill = Process.Start("kill", ["-s", signal, process.ToString()]);
        await kill.WaitForExitAsync();
        if (kill.ExitCode != 0)
        {
            throw new InvalidOperationException($"SIG{signal} could not be sent to process {process}.");
        }
    }
}
