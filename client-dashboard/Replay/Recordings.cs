using Tracking.Dashboard.Commands;
using Tracking.Dashboard.Replay.Olist;

namespace Tracking.Dashboard.Replay;

/// <summary>Opens whatever kind of input a path holds.</summary>
internal static class Recordings
{
    private static readonly string[] LineEndings = [".ndjson", ".jsonl"];

    public static IRecording Open(string path, CancellationToken cancellationToken)
    {
        try
        {
            if (File.Exists(path))
            {
                return NdjsonRecording.Open([path], cancellationToken);
            }

            if (!Directory.Exists(path))
            {
                throw new CommandFailedException($"There is no file or folder '{path}'; give the path of an NDJSON file or of a folder.", ExitCodes.WrongInput);
            }

            if (OlistFolder.IsOne(path))
            {
                return new OlistRecording(OlistFolder.Read(path, cancellationToken));
            }

            var files = Directory.EnumerateFiles(path)
                .Where(file => LineEndings.Contains(Path.GetExtension(file), StringComparer.OrdinalIgnoreCase))
                .Order(StringComparer.Ordinal)
                .ToList();
            return files.Count > 0
                ? NdjsonRecording.Open(files, cancellationToken)
                : throw new CommandFailedException(
                    $"The folder '{path}' holds neither orders.csv and order_items.csv nor a file .ndjson or .jsonl; give a folder that does.",
                    ExitCodes.WrongInput);
        }
        catch (Exception problem) when (problem is IOException or UnauthorizedAccessException)
        {
            throw new CommandFailedException($"'{path}' cannot be read: {problem.Message} Check that it exists and that you may read it.", ExitCodes.WrongInput, problem);
        }
    }
}
