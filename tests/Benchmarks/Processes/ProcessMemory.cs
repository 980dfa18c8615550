using System.Diagnostics.Tracing;
using System.Globalization;
using Microsoft.Diagnostics.NETCore.Client;
using Microsoft.Diagnostics.Tracing;
using Microsoft.Diagnostics.Tracing.Parsers;

namespace Tracking.Benchmarks.Processes;

/// <summary>What a .NET process keeps in memory after a full collection.</summary>
/// <param name="Heap">Bytes of the managed heap that are alive or between what is alive, as the collector reports them.</param>
/// <param name="Native">Resident bytes outside of what the collector reserved.</param>
/// <param name="Resident">Resident bytes in all.</param>
internal readonly record struct ProcessMemory(long Heap, long Native, long Resident)
{
    // The collector reserves one range of addresses, larger than any other by far.
    private const long LeastReserve = 8L << 30;

    /// <summary>Has a process collect its garbage, then looks.</summary>
    public static async Task<ProcessMemory> ReadAsync(int process, CancellationToken cancellationToken)
    {
        // The first collection leaves what waits for its finalizer.
        await CollectAsync(process, cancellationToken);
        var heap = await CollectAsync(process, cancellationToken);
        var (managed, all) = ReadResident(process);
        return new(heap, all - managed, all);
    }

    /// <summary>Forces a full blocking collection, by the diagnostics that the runtime offers; gives the size of the heap after it.</summary>
    private static async Task<long> CollectAsync(int process, CancellationToken cancellationToken)
    {
        const long Keywords = (long)(ClrTraceEventParser.Keywords.GC | ClrTraceEventParser.Keywords.GCHeapCollect);
        var provider = new EventPipeProvider(ClrTraceEventParser.ProviderName, EventLevel.Informational, Keywords);
        using var session = await new DiagnosticsClient(process).StartEventPipeSessionAsync([provider], requestRundown: false, 64, cancellationToken);
        var collected = new TaskCompletionSource<long>(TaskCreationOptions.RunContinuationsAsynchronously);
        var reading = Task.Run(
            () =>
            {
                using var source = new EventPipeEventSource(session.EventStream);
                var induced = false;
                source.Clr.GCStart += e => induced = e is { Depth: 2, Type: Microsoft.Diagnostics.Tracing.Parsers.Clr.GCType.NonConcurrentGC };
                source.Clr.GCHeapStats += e =>
                {
                    if (induced)
                    {
                        collected.TrySetResult(e.TotalHeapSize);
                    }
                };
                source.Process();
                collected.TrySetException(new InvalidOperationException("The process ended before it had collected its garbage."));
            },
            cancellationToken);
        var size = await collected.Task.WaitAsync(TimeSpan.FromMinutes(1), cancellationToken);
        await session.StopAsync(cancellationToken);
        await reading;
        return size;
    }

    private static (long Managed, long All) ReadResident(int process)
    {
        var ranges = new List<(ulong From, ulong To, long Resident)>();
        foreach (var line in File.ReadLines($"/proc/{process}/smaps"))
        {
            var dash = line.IndexOf('-', StringComparison.Ordinal);
            if (dash > 0 && char.IsAsciiHexDigit(line[0]) && ulong.TryParse(line.AsSpan(0, dash), NumberStyles.HexNumber, CultureInfo.InvariantCulture, out var from))
            {
                var to = ulong.Parse(line.AsSpan(dash + 1, line.IndexOf(' ', StringComparison.Ordinal) - dash - 1), NumberStyles.HexNumber, CultureInfo.InvariantCulture);
                if (ranges.Count > 0 && ranges[^1].To == from)
                {
                    // Parts of one range that differ in their protection stand side by side.
                    ranges[^1] = ranges[^1] with { To = to };
                }
                else
                {
                    ranges.Add((from, to, 0));
                }
            }
            else if (line.StartsWith("Rss:", StringComparison.Ordinal))
            {
                var kilobytes = long.Parse(line.AsSpan(4, line.Length - 6), NumberStyles.AllowLeadingWhite | NumberStyles.AllowTrailingWhite, CultureInfo.InvariantCulture);
                ranges[^1] = ranges[^1] with { Resident = ranges[^1].Resident + (kilobytes * 1024) };
            }
        }

        return (ranges.Where(r => (long)(r.To - r.From) >= LeastReserve).Sum(r => r.Resident), ranges.Sum(r => r.Resident));
    }
}
