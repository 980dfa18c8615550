using Tracking.Domain.Clocks;
using Tracking.Domain.Clocks.Reading;

namespace Tracking.Journal.Tests;

/// <summary>The clocks' data as it is shipped.</summary>
internal static class Law
{
    public static ClockLibrary Library { get; } = ClockLibrary.Read(
        [
            .. Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "clocks"), "*.json", SearchOption.AllDirectories)
                .Order(StringComparer.Ordinal).Select(path => new DataFile(Path.GetFileName(path), File.ReadAllBytes(path))),
        ],
        out _)!;
}
