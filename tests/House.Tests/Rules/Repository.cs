using System.Diagnostics;

namespace Tracking.House.Tests.Rules;

/// <summary>The files that the repository holds.</summary>
internal static class Repository
{
    private static readonly string[] Untracked = ["bin", "obj", "node_modules", "TestResults", ".git", "data", "dist"];

    public static string Root { get; } = FindRoot();

    /// <summary>Tracked files as paths from the root; without git, all files but what a build makes.</summary>
    public static IReadOnlyList<string> Files { get; } = Tracked() ?? Present();

    public static string Read(string path) => File.ReadAllText(Path.Combine(Root, path));

    /// <summary>Whether the file is text: its beginning holds no NUL.</summary>
    public static bool IsText(string path)
    {
        using var stream = File.OpenRead(Path.Combine(Root, path));
        var beginning = new byte[8000];
        return !beginning.AsSpan(0, stream.Read(beginning)).Contains((byte)0);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "Tracking.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("The tests must lie below the folder of Tracking.sln.");
    }

    private static List<string>? Tracked()
    {
        try
        {
            using var git = Process.Start(new ProcessStartInfo("git", ["-C", Root, "ls-files", "-z"]) { RedirectStandardOutput = true, RedirectStandardError = true });
            var names = git!.StandardOutput.ReadToEnd();
            git.WaitForExit();
            return git.ExitCode == 0 ? [.. names.Split('\0', StringSplitOptions.RemoveEmptyEntries).Where(name => File.Exists(Path.Combine(Root, name)))] : null;
        }
        catch (System.ComponentModel.Win32Exception)
        {
            return null;
        }
    }

    private static List<string> Present() =>
    [
        .. Directory.EnumerateFiles(Root, "*", SearchOption.AllDirectories)
            .Select(path => Path.GetRelativePath(Root, path).Replace('\\', '/'))
            .Where(path => !path.Split('/').Any(Untracked.Contains)),
    ];
}
