using System.Reflection;

namespace Tracking.Journal;

/// <summary>SQL that may be run again and again, for tables that are not the journal's own.</summary>
/// <param name="Name">What it is called in errors.</param>
/// <param name="Text">The statements.</param>
public sealed record SqlScript(string Name, string Text)
{
    /// <summary>The scripts that are built into an assembly, in the order of their names.</summary>
    /// <param name="assembly">The assembly.</param>
    /// <param name="prefix">How the names of the resources begin.</param>
    public static ImmutableArray<SqlScript> FromAssembly(Assembly assembly, string prefix)
    {
        ArgumentNullException.ThrowIfNull(assembly);
        return
        [
            .. assembly.GetManifestResourceNames()
                .Where(name => name.StartsWith(prefix, StringComparison.Ordinal) && name.EndsWith(".sql", StringComparison.Ordinal))
                .Order(StringComparer.Ordinal)
                .Select(name => new SqlScript(name, Read(assembly, name))),
        ];
    }

    private static string Read(Assembly assembly, string name)
    {
        using var stream = assembly.GetManifestResourceStream(name) ?? throw new InvalidOperationException($"The assembly lacks {name}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}
