using System.Text.RegularExpressions;

namespace Tracking.House.Tests.Rules;

public sealed partial class SettingTests
{
    [Fact]
    public void Every_setting_is_in_the_table_of_the_operations_page()
    {
        var page = Repository.Read("docs/operations.md");
        var settings =
            from path in Repository.Files
            where SettingsFile().IsMatch(path) && !path.StartsWith("tests/", StringComparison.Ordinal)
            let code = Repository.Read(path)
            let section = SectionName().Match(code)
            where section.Success
            from property in Property().Matches(code)
            select $"{section.Groups["name"].Value}:{property.Groups["name"].Value}";
        var all = settings.ToArray();
        Assert.NotEmpty(all);
        Assert.Empty(string.Join(", ", all.Where(setting => !page.Contains($"`{setting}`", StringComparison.Ordinal))));
    }

    [Fact]
    public void Every_metric_is_on_the_operations_page()
    {
        var page = Repository.Read("docs/operations.md");
        var metrics = Repository.Files
            .Where(path => path.EndsWith(".cs", StringComparison.Ordinal) && !path.StartsWith("tests/", StringComparison.Ordinal))
            .SelectMany(path => MetricName().Matches(Repository.Read(path)).Select(match => match.Groups["name"].Value));
        Assert.Empty(string.Join(", ", metrics.Where(metric => !page.Contains($"`{metric}`", StringComparison.Ordinal))));
    }

    [GeneratedRegex(@"(Options|Settings)\.cs$")]
    private static partial Regex SettingsFile();

    // The constant, or the sentence in the summary where the section is bound elsewhere.
    [GeneratedRegex(@"(Section = ""|section <c>)(?<name>\w+)(""|</c>)")]
    private static partial Regex SectionName();

    [GeneratedRegex(@"public [\w?<>]+ (?<name>\w+) \{ get; set; \}")]
    private static partial Regex Property();

    [GeneratedRegex(@"\.Create(Counter|Histogram|UpDownCounter|ObservableGauge|ObservableCounter|ObservableUpDownCounter)(<\w+>)?\(\s*""(?<name>[\w.]+)""")]
    private static partial Regex MetricName();
}
