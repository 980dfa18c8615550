namespace Tracking.Formats.Codes;

/// <summary>
/// The lines of a code table that is part of the assembly: <c>code ; what it does ; s or m ; meaning</c>. The third
/// field says whether the meaning was seen in a source or is from memory: a test lists the latter.
/// </summary>
internal static class CodeLines
{
    /// <summary>Reads a table.</summary>
    /// <param name="name">Its file's name.</param>
    public static IEnumerable<(string Code, string Does, bool Seen, string Meaning)> Of(string name)
    {
        using var stream = typeof(CodeLines).Assembly.GetManifestResourceStream(name)
            ?? throw new InvalidOperationException($"The table {name} is not part of the assembly.");
        using var reader = new StreamReader(stream);
        while (reader.ReadLine() is { } line)
        {
            if (line.Length == 0 || line[0] == '#')
            {
                continue;
            }

            var fields = line.Split(';', 4, StringSplitOptions.TrimEntries);
            if (fields is not [var codes, var does, "s" or "m", var meaning])
            {
                throw new InvalidOperationException($"{name}: '{line}' has not four fields.");
            }

            foreach (var code in codes.Split(' ', StringSplitOptions.RemoveEmptyEntries))
            {
                yield return (code, does, fields[2] == "s", meaning);
            }
        }
    }
}
