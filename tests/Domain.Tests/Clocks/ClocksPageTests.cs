using System.Text;
using System.Text.RegularExpressions;
using Tracking.Domain.Clocks;
using Tracking.Page.Tests;

namespace Tracking.Domain.Tests.Clocks;

/// <summary>The page of the docs about clocks.</summary>
public sealed partial class ClocksPageTests
{
    [Fact]
    public void Every_clock_is_on_the_page_with_its_mark() => Docs.HoldPart("docs/clocks.md", "rows", Rows());

    [Fact]
    public void Every_field_of_the_data_is_on_the_page()
    {
        var page = File.ReadAllText(Path.Combine(Repository.Root, "docs/clocks.md"));
        var fields = Law.Files.SelectMany(f => Field().Matches(Encoding.UTF8.GetString(f.Text.Span)).Select(m => m.Groups[1].Value)).Distinct();

        Assert.All(fields, field => Assert.Contains($"`{field}`", page, StringComparison.Ordinal));
    }

    private static string Rows()
    {
        var rows = new StringBuilder();
        foreach (var (set, own) in Law.Library.RuleSets.OrderByDescending(s => s.Jurisdiction).ThenBy(s => s.Name).Select(s => (s, Own(s))))
        {
            rows.Append($"\n### {set.Name}: {set.Title}\n\n| clock | bases | starts | length | whose turn | when it runs out | source | known |\n|---|---|---|---|---|---|---|---|\n");
            foreach (var clock in own)
            {
                var off = clock.OffByDefault ? "; **off by default**" : "";
                rows.Append($"| `{clock.Id}`: {clock.Title}{off} | {string.Join(", ", clock.Bases)} | {Starts(clock)} | {Length(clock)} | {ClockWords.Of(clock.Turn)} | {clock.EffectWords} | {clock.Citation} | {Mark(clock)} |\n");
            }
        }

        return rows.Append('\n').ToString();
    }

    // What a version takes over from another is listed there.
    private static IEnumerable<ClockRule> Own(RuleSet set) => set.Clocks.Where(c => !Law.Library.RuleSets.Any(o =>
        o.Jurisdiction == set.Jurisdiction && string.CompareOrdinal(o.Name, set.Name) < 0 && o.Clock(c.Id) is not null));

    private static string Starts(ClockRule clock) =>
        string.Join(" or ", clock.Starts.Concat(clock.StartsAtLapseOf is { } lapse ? [$"the end of `{lapse}`"] : []).Concat(clock.EndsBefore is { } end ? [$"counted back from `{end}`"] : []))
        + (clock.OnlyAfter is { } after ? $"; only after {after}" : "");

    private static string Length(ClockRule clock) => ClockWords.Of(clock.Length, clock.Unit)
        + string.Concat(clock.Variants.Select(v => $"; {v.Condition}: {v.Length}"))
        + (clock.Extension is { } extension ? $"; may be extended{(extension.Most is { } most ? $" by up to {most}" : "")}{string.Concat(extension.NotFor.Select(c => $", not if {c}"))}" : "");

    private static string Mark(ClockRule clock) =>
        (clock.Mark switch { SourceMark.Seen => "[s]", SourceMark.Partly => "[s], in part [g]", _ => "[g]" }) + (clock.Note is { } note ? $" {note}" : "");

    [GeneratedRegex("\"(\\w+)\": ")]
    private static partial Regex Field();
}
