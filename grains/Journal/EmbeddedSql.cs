using System.Globalization;

namespace Tracking.Journal;

/// <summary>A step of the schema that is built into the assembly.</summary>
/// <param name="Version">The number at the beginning of the file's name.</param>
/// <param name="Name">The file's name.</param>
/// <param name="Text">The statements.</param>
internal sealed record EmbeddedSql(int Version, string Name, string Text)
{
    /// <summary>The migrations of a store, in order.</summary>
    /// <param name="store">The folder's name.</param>
    public static ImmutableArray<EmbeddedSql> Migrations(string store)
    {
        var assembly = typeof(EmbeddedSql).Assembly;
        var prefix = $"{assembly.GetName().Name}.Migrations.{store}.";
        return
        [
            .. SqlScript.FromAssembly(assembly, prefix)
                .Select(script => (Name: script.Name[prefix.Length..], script.Text))
                .Select(file => new EmbeddedSql(int.Parse(file.Name.AsSpan(0, 4), CultureInfo.InvariantCulture), file.Name, file.Text))
                .OrderBy(migration => migration.Version),
        ];
    }
}
