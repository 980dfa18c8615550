using Tracking.Page.Tests;

namespace Tracking.Domain.Tests;

/// <summary>Pages of the docs that are made from tables of the code. <c>TRACKING_REWRITE_DOCS=1</c> rewrites them instead.</summary>
internal static class Docs
{
    private static readonly bool Rewrite = Environment.GetEnvironmentVariable("TRACKING_REWRITE_DOCS") == "1";

    /// <summary>A whole page.</summary>
    public static void Hold(string page, string made)
    {
        var path = Path.Combine(Repository.Root, page);
        if (Rewrite)
        {
            File.WriteAllText(path, made);
        }

        Assert.Equal(made, File.ReadAllText(path));
    }

    /// <summary>The part of a page between two lines that are comments.</summary>
    public static void HoldPart(string page, string name, string made)
    {
        var (begin, end) = ($"<!-- {name}: made by a test, see the end of the page -->\n", $"<!-- end of {name} -->");
        var text = File.ReadAllText(Path.Combine(Repository.Root, page));
        var (from, to) = (text.IndexOf(begin, StringComparison.Ordinal), text.IndexOf(end, StringComparison.Ordinal));
        Assert.True(from >= 0 && to > from, $"{page} lacks the lines '{begin.Trim()}' and '{end}'");
        Hold(page, text[..(from + begin.Length)] + made + text[to..]);
    }
}
