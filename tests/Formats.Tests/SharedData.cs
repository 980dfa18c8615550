namespace Tracking.Formats.Tests;

/// <summary>Real input that lies beside the repository and is not part of it.</summary>
internal static class SharedData
{
    /// <summary>A folder of it; null where it is absent.</summary>
    public static string? Folder(string name)
    {
        var found = Path.GetFullPath(Path.Combine(Repository.Root, "..", "shared", "data", name));
        return Directory.Exists(found) ? found : null;
    }
}

/// <summary>A test on real input; skipped where that is absent.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SharedDataFactAttribute : FactAttribute
{
    public SharedDataFactAttribute(string folder)
    {
        if (SharedData.Folder(folder) is null)
        {
            Skip = $"../shared/data/{folder} is absent: real input that is not part of the repository";
        }
    }
}
