using System.Security.Cryptography;
using Microsoft.Extensions.Options;

namespace Tracking.Silo.Api.Reports;

/// <summary>Keeps reports as files, for a while and within bounds. All it knows is what lies in the folder.</summary>
internal sealed partial class ReportStore(IOptions<ReportsOptions> options, TimeProvider time, ILogger<ReportStore> logger)
{
    public const string Ending = ".ndjson";

    private const long Megabyte = 1024 * 1024;
    private readonly Lock _sweeping = new();

    /// <summary>Begins a report; where the folder cannot be written, one that keeps nothing and says so.</summary>
    public ReportWriter Create(string organisation)
    {
        // The id is the right to read it, beside the key: it cannot be guessed.
        var id = Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));
        try
        {
            var folder = Path.Combine(options.Value.Folder, organisation);
            Directory.CreateDirectory(folder);
            Sweep();
            return new ReportWriter(id, Path.Combine(folder, id + Ending), options.Value.MegabytesEach * Megabyte);
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            CannotWrite(exception, options.Value.Folder);
            return new ReportWriter(id);
        }
    }

    /// <summary>Opens a report of an organisation; null where there is none or no longer.</summary>
    public FileStream? Open(string organisation, string id)
    {
        if (id.Length != 32 || !id.All(char.IsAsciiHexDigitLower))
        {
            return null;
        }

        var file = new FileInfo(Path.Combine(options.Value.Folder, organisation, id + Ending));
        try
        {
            return file.Exists && file.LastWriteTimeUtc > Oldest()
                ? new FileStream(file.FullName, FileMode.Open, FileAccess.Read, FileShare.Read | FileShare.Delete, 65_536, useAsync: true)
                : null;
        }
        catch (IOException)
        {
            // Swept away between the look and the opening.
            return null;
        }
    }

    /// <summary>Deletes what is too old, then the oldest until the rest fits.</summary>
    private void Sweep()
    {
        lock (_sweeping)
        {
            var files = new DirectoryInfo(options.Value.Folder).EnumerateFiles("*", SearchOption.AllDirectories).OrderByDescending(f => f.LastWriteTimeUtc);
            var oldest = Oldest();
            var room = (options.Value.MegabytesTogether - options.Value.MegabytesEach) * Megabyte;
            foreach (var file in files)
            {
                room -= file.Length;
                if (room < 0 || file.LastWriteTimeUtc < oldest)
                {
                    file.Delete();
                }
            }
        }
    }

    private DateTime Oldest() => time.GetUtcNow().UtcDateTime.AddHours(-options.Value.Hours);

    [LoggerMessage(4301, LogLevel.Warning, "Reports cannot be written to {Folder}; lines beyond the first of a body are counted and not kept.")]
    private partial void CannotWrite(Exception exception, string folder);
}
