using Tracking.Benchmarks.Load;
using Tracking.Formats.Adapters;
using Tracking.Formats.Fuzz;

namespace Tracking.Benchmarks.Reading;

/// <summary>The messages of each adapter: real ones that lie beside the repository, and those that the fuzzer begins with.</summary>
internal static class Messages
{
    /// <summary>Our own scans, which no adapter reads.</summary>
    public const string Scans = "json-scans";

    // A few files are as large as all others together.
    private const int LongestFile = 256 * 1024;
    private const int EventsOfDocument = 500;
    private const int ScansHere = 500;

    public static ImmutableArray<(string Name, ImmutableArray<byte[]> Messages)> All()
    {
        // What no bare reader gets through has nothing to stand beside; answers of a carrier without any event have no fact.
        var real = Files().Where(BareReader.Reads).ToLookup(m => AllAdapters.Recognise(m)?.Name ?? "");
        var made = Seeds.All.Where(s => BareReader.Reads(s.Message)).ToLookup(s => s.Adapter, s => s.Message);
        return
        [
            (Scans, [.. Enumerable.Range(0, ScansHere).Select(Scan)]),
            .. AllAdapters.All
                .Select(a => (a.Name, Messages: a.Name == "epcis" ? [EpcisRequests.Document(EventsOfDocument), .. real[a.Name]] : Chosen(real[a.Name], made[a.Name])))
                .Where(a => a.Messages.Length > 0),
        ];
    }

    private static ImmutableArray<byte[]> Chosen(IEnumerable<byte[]> real, IEnumerable<byte[]> made) => [.. real, .. made];

    private static IEnumerable<byte[]> Files()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tracking.sln")))
        {
            folder = folder.Parent;
        }

        var data = folder is null ? "" : Path.Combine(folder.FullName, "..", "shared", "data");
        return Directory.Exists(data)
            ? Directory.EnumerateFiles(data, "*", SearchOption.AllDirectories)
                .Where(f => new FileInfo(f).Length <= LongestFile && !f.Contains("nvalid", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(File.ReadAllBytes)
            : [];
    }

    private static byte[] Scan(int index)
    {
        var scan = new byte[ScanForm.Length];
        ScanForm.Write(scan, index, index, arrived: false, new Random(index));
        return scan;
    }
}
