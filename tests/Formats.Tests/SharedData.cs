namespace Tracking.Formats.Tests;

/// <summary>Real input that lies beside the repository and is not part of it.</summary>
internal static class SharedData
{
    /// <summary>A folder of it; null where it is absent.</summary>
    public static string? Locate(string folder)
    {
        for (var at = new DirectoryInfo(AppContext.BaseDirectory); at is not null; at = at.Parent)
        {
            if (File.Exists(Path.Combine(at.FullName, "Tracking.sln")))
            {
                var found = Path.GetFullPath(Path.Combine(at.FullName, "..", "shared", "data", folder));
                return Directory.Exists(found) ? found : null;
            }
        }

        return null;
    }
}

/// <summary>A test on real input; skipped where it is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string folder)
    {
        if (SharedData.Locate(folder) is null)
        {
            Skip = $"../shared/data/{folder} is absent: real input that is not part of the repository";
        }
    }
}
