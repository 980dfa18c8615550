using NodaTime;
using NodaTime.Text;
using Tracking.Domain.Clocks;
using Tracking.Domain.Clocks.Calendars;
using Tracking.Domain.Clocks.Reading;

namespace Tracking.Silo.Clocks;

/// <summary>Reads the clocks' data from the folder beside the program, or from another one.</summary>
public static class ClockFiles
{
    // All files that are shipped make 90 KB together: what is larger is no such file.
    private const int LargestFile = 4_000_000;

    /// <summary>The folder that is shipped with the program.</summary>
    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "clocks");

    /// <summary>Reads the law as it is configured.</summary>
    /// <param name="configuration">Where <see cref="ClocksOptions.Section"/> is.</param>
    /// <exception cref="ClockDataException">A setting or a file cannot be used; one sentence says which, where, and what to do.</exception>
    public static ClockLibrary Read(IConfiguration configuration)
    {
        ArgumentNullException.ThrowIfNull(configuration);
        var options = new ClocksOptions();
        try
        {
            configuration.GetSection(ClocksOptions.Section).Bind(options);
        }
        catch (InvalidOperationException problem)
        {
            throw new ClockDataException([$"A setting of Clocks cannot be read: {problem.InnerException?.Message ?? problem.Message} Give WarnDays a whole number and Replace true or false."], problem);
        }

        if (options.WarnDays is < 0 or > 100)
        {
            throw new ClockDataException([$"Clocks:WarnDays is {options.WarnDays}; give a whole number from 0 to 100."]);
        }

        var files = options switch
        {
            { Folder: null } => Files(Folder),
            { Replace: true } => Files(options.Folder),
            _ => [.. Files(options.Folder).Concat(Files(Folder)).DistinctBy(f => f.Name)],
        };
        return Changes(options).Aggregate(Library(files), With).Warning(options.WarnDays);
    }

    /// <summary>Reads every <c>*.json</c> in a folder and those below it.</summary>
    /// <param name="folder">The folder; null: the one that is shipped.</param>
    /// <exception cref="ClockDataException">A file cannot be read, or something in one cannot be used.</exception>
    public static ClockLibrary Read(string? folder = null) => Library(Files(folder ?? Folder));

    private static ClockLibrary With(ClockLibrary library, (string Calendar, Holiday? Closed, LocalDate? Opened) change) => library.With(change.Calendar, change.Closed, change.Opened)
        ?? throw new ClockDataException([$"Clocks:Closed or Clocks:Opened names the calendar '{change.Calendar}', which is not known; give one of {string.Join(", ", library.Calendars.Select(c => c.Name))}."]);

    private static ClockLibrary Library(List<DataFile> files) =>
        ClockLibrary.Read(files, out var complaints) ?? throw new ClockDataException([.. complaints.Select(c => c.ToString())]);

    private static List<DataFile> Files(string folder)
    {
        try
        {
            return Directory.EnumerateFiles(folder, "*.json", SearchOption.AllDirectories).Order(StringComparer.Ordinal)
                .Select(path => new DataFile(Path.GetRelativePath(folder, path), Bytes(path))).ToList();
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new ClockDataException([$"The clocks' data cannot be read from '{folder}': {problem.Message} Give a folder that you may read."], problem);
        }
    }

    private static IEnumerable<(string Calendar, Holiday? Closed, LocalDate? Opened)> Changes(ClocksOptions options)
    {
        foreach (var text in options.Closed)
        {
            var (calendar, day, name) = Change(nameof(ClocksOptions.Closed), text);
            yield return (calendar, new Holiday(day, name.Length == 0 ? "closed by configuration" : name), null);
        }

        foreach (var text in options.Opened)
        {
            var (calendar, day, _) = Change(nameof(ClocksOptions.Opened), text);
            yield return (calendar, null, day);
        }
    }

    private static (string Calendar, LocalDate Day, string Name) Change(string setting, string text)
    {
        var parts = text.Split(' ', 3, StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        return parts.Length >= 2 && LocalDatePattern.Iso.Parse(parts[1]) is { Success: true } day
            ? (parts[0], day.Value, parts.Length == 3 ? parts[2] : "")
            : throw new ClockDataException([$"Clocks:{setting} has '{text}'; give calendar, date and name, for example 'us-federal 2026-12-24 executive order'."]);
    }

    private static byte[] Bytes(string path) => new FileInfo(path).Length <= LargestFile
        ? File.ReadAllBytes(path)
        : throw new ClockDataException([$"'{path}' is larger than {LargestFile:N0} bytes; it is no file of the clocks, take it out of the folder."]);
}
