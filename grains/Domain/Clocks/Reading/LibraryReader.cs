using System.Text.Json;
using Tracking.Domain.Clocks.Calendars;

namespace Tracking.Domain.Clocks.Reading;

/// <summary>Reads all files together: each says by its first field what it holds.</summary>
internal static class LibraryReader
{
    private static readonly JsonDocumentOptions Lenient = new() { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true };

    private static ReadOnlySpan<byte> ByteOrderMark => [0xEF, 0xBB, 0xBF];

    public static ClockLibrary? Read(IReadOnlyList<DataFile> files, out ImmutableArray<DataComplaint> complaints)
    {
        ArgumentNullException.ThrowIfNull(files);
        var found = new List<DataComplaint>();
        var documents = files.Select(f => Parse(f, found)).OfType<JsonDocument>().ToList();
        try
        {
            var tops = files.Zip(documents.Count == files.Count ? documents : []).Select(p => new DataRow(p.First.Name, "", p.Second.RootElement, found)).ToList();
            var library = found.Count == 0 ? Read(tops, found) : null;
            complaints = [.. found.Distinct()];
            return complaints.IsEmpty ? library : null;
        }
        finally
        {
            documents.ForEach(d => d.Dispose());
        }
    }

    private static ClockLibrary Read(List<DataRow> tops, List<DataComplaint> complaints)
    {
        foreach (var top in tops.Where(t => !(t.Has("ruleSet") | t.Has("calendars") | t.Has("ports"))))
        {
            top.Complain("", "holds neither 'ruleSet' nor 'calendars' nor 'ports'; say in the first field what it is.");
        }

        var ruleSets = RuleSetChecks.Join([.. tops.Where(t => t.Has("ruleSet")).Select(RuleSetReader.Read)]);
        var calendars = Once(Rows(tops, "calendars", "calendar", "calendar"), CalendarReader.Read, c => c.Name, "calendar");
        var jurisdictions = ruleSets.Select(r => r.Jurisdiction).Distinct().ToList();
        var ports = Once(Rows(tops, "ports", "port", "port"), row => PortReader.Read(row, calendars, jurisdictions), p => p.Code, "port");
        if (tops.Count == 0)
        {
            complaints.Add(new DataComplaint("", "", "", "There is no file at all; give the folder with rule sets, calendars and ports."));
        }

        return new ClockLibrary(ruleSets, [.. calendars.Values], [.. ports.Values]);
    }

    private static List<DataRow> Rows(List<DataRow> tops, string field, string kind, string name)
    {
        var rows = new List<DataRow>();
        foreach (var top in tops.Where(t => t.Has(field)))
        {
            rows.AddRange(top.Rows(field, kind, name));
            if (!top.Has("ruleSet"))
            {
                top.Done();
            }
        }

        return rows;
    }

    private static Dictionary<string, T> Once<T>(List<DataRow> rows, Func<DataRow, T?> read, Func<T, string> name, string field) where T : class
    {
        var all = new Dictionary<string, T>(StringComparer.OrdinalIgnoreCase);
        foreach (var row in rows)
        {
            if (read(row) is { } one && !all.TryAdd(name(one), one))
            {
                row.Complain(field, $"'{name(one)}' is defined twice; keep one of the two.");
            }
        }

        return all;
    }

    private static JsonDocument? Parse(DataFile file, List<DataComplaint> complaints)
    {
        try
        {
            var text = file.Text.Span.StartsWith(ByteOrderMark) ? file.Text[ByteOrderMark.Length..] : file.Text;
            CheckTexts(text.Span);
            return JsonDocument.Parse(text, Lenient);
        }
        catch (InvalidOperationException)
        {
            complaints.Add(new DataComplaint(file.Name, "", "", "holds a text that is no UTF-8; save the file as UTF-8."));
            return null;
        }
        catch (JsonException problem)
        {
            complaints.Add(new DataComplaint(file.Name, $"line {problem.LineNumber + 1}", "", $"is no JSON: {problem.Message.Split(" LineNumber")[0]} Mend it there or just before."));
            return null;
        }
    }

    // The parser looks at texts only when they are read; here all are, so that none fails later.
    private static void CheckTexts(ReadOnlySpan<byte> text)
    {
        var reader = new Utf8JsonReader(text, new JsonReaderOptions { CommentHandling = JsonCommentHandling.Skip, AllowTrailingCommas = true });
        while (reader.Read())
        {
            if (reader.TokenType is JsonTokenType.String or JsonTokenType.PropertyName)
            {
                reader.GetString();
            }
        }
    }
}
