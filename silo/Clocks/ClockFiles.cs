using Tracking.Domain.Clocks;
using Tracking.Domain.Clocks.Reading;

namespace Tracking.Silo.Clocks;

/// <summary>Reads the clocks' data from the folder beside the program, or from another one.</summary>
public static class ClockFiles
{
    // All files that are shipped make 90 KB together: what is larger is no such file.
    private const int LargestFile = 4_000_000;

    /// <summary>The folder that is shipped with the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "clocks");

    /// <summary>Reads every <c>*.json</c> in a folder and those below it.</summary>
    /// <param name="folder">The folder; null: the one that is shipped.</param>
    /// <exception cref="ClockDataException">A file cannot be read, or something in one cannot be used.</exception>
    public static ClockLibrary Read(string? folder = null)
    {
        folder ??= Folder;
        try
        {
            var files = Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => new DataFile(Path.GetRelativePath(folder, path), Bytes(path))).ToList();
            return ClockLibrary.Read(files, out var complaints) ?? throw new ClockDataException([.. complaints.Select(c => c.ToString())]);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ClockDataException([$"The clocks' data cannot be read from '{folder}': {problem.Message} Give a folder that you may read."], problem);
        }
    }

    private static byte[] Bytes(string path) => new FileInfo(path).Length <= LargestFile
        ? File.ReadAllBytes(path)
        : throw new ClockDataException([$"'{path}' is larger than {LargestFile:N0} bytes; it is no file of the clocks, take it out of the folder."]);
}
