using System.Text.RegularExpressions;

namespace Tracking.House.Tests.Rules;

public sealed class FileTests
{
    private const int LongestFile = 500;

    // Written by tools, or texts of others that are kept whole.
    private static readonly string[] NotOurs = ["packages.lock.json", "package-lock.json", "LICENSE", "Tracking.sln"];

    [Fact]
    public void No_file_is_longer_than_a_reader_bears()
    {
        var tooLong =
            from path in Repository.Files
            where !NotOurs.Contains(Path.GetFileName(path)) && !path.Contains("/generated/", StringComparison.Ordinal) && Repository.IsText(path)
            let lines = File.ReadLines(Path.Combine(Repository.Root, path)).Count()
            where lines > LongestFile
            select $"{path}: {lines} lines, at most {LongestFile}";
        Assert.Empty(string.Join("\n", tooLong));
    }

    [Fact]
    public void No_file_names_a_package_registry_or_a_path_of_one_machine()
    {
        var forbidden = Repository.Read(".ci/forbidden").Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Select(pattern => new Regex(pattern, RegexOptions.NonBacktracking)).ToArray();
        var found =
            from path in Repository.Files
            where Repository.IsText(path)
            from line in File.ReadLines(Path.Combine(Repository.Root, path)).Index()
            where forbidden.Any(pattern => pattern.IsMatch(line.Item))
            select $"{path}:{line.Index + 1}";
        Assert.Empty(string.Join("\n", found));
    }

    [Fact]
    public void Decisions_are_numbered_without_a_gap_and_short()
    {
        var decisions = Repository.Files.Where(path => path.StartsWith("docs/decisions/", StringComparison.Ordinal)).Order().ToArray();
        Assert.NotEmpty(decisions);
        Assert.All(decisions.Index(), decision =>
        {
            Assert.StartsWith($"docs/decisions/{decision.Index + 1:0000}-", decision.Item);
            Assert.InRange(File.ReadLines(Path.Combine(Repository.Root, decision.Item)).Count(), 8, 30);
        });
    }
}
