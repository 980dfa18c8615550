using Microsoft.Extensions.Configuration;
using NodaTime;
using Tracking.Domain.Clocks;
using Tracking.Silo.Clocks;

namespace Tracking.Api.Tests;

/// <summary>The law as it is configured: a folder beside what is shipped or in its place, warnings, days that are closed or open.</summary>
public sealed class ClockSettingsTests : IDisposable
{
    private const string Japan = """
        {
          "ruleSet": "jp-1", "jurisdiction": "JP", "title": "Japan customs",
          "bases": [{ "basis": "verification", "title": "verification procedure" }],
          "facts": [{ "fact": "notice", "words": "the notice was issued", "saidBy": ["authority"] }, { "fact": "opinion", "words": "an opinion was given", "saidBy": ["importer"] }],
          "clocks": [{
            "id": "jp.opinion", "title": "dispute", "bases": ["verification"], "starts": ["notice"], "length": 10, "unit": "business-days", "turn": "importer",
            "effect": { "kind": "seizure-or-exclusion", "words": "customs determines" }, "metBy": ["opinion"], "citation": "an exercise", "mark": "g"
          }]
        }
        """;

    private const string Days = """{ "calendars": [{ "calendar": "jp", "title": "Japan, an exercise", "mark": "g", "source": "an exercise", "holidays": [{ "name": "Constitution Day", "month": 5, "day": 3 }] }] }""";
    private const string Ports = """{ "ports": [{ "port": "JPNRT", "name": "Narita", "jurisdiction": "JP", "zone": "Asia/Tokyo", "calendar": "jp" }] }""";

    private readonly string folder = Directory.CreateTempSubdirectory("clocks-").FullName;

    [Fact]
    public void Without_settings_the_law_is_what_is_shipped()
    {
        var law = Read();
        Assert.Equal(2, law.WarnDays);
        Assert.NotNull(law.RuleSetOn("US", new LocalDate(2026, 5, 4)));
    }

    [Fact]
    public void A_third_jurisdiction_comes_beside_the_others_as_files_alone()
    {
        WriteJapan();
        var law = Read(("Clocks:Folder", folder), ("Clocks:WarnDays", "5"));
        var port = law.PortOf("JPNRT")!;
        var ruleSet = law.RuleSetOn("JP", new LocalDate(2026, 5, 4))!;
        var sheet = ClockRules.Sheet(new ClockQuestion
        {
            RuleSet = ruleSet,
            Basis = ruleSet.BasisOf("verification")!,
            Port = port,
            Facts = [new ClockFact("notice", Instant.FromUtc(2026, 4, 27, 1, 0))],
            WarnDays = law.WarnDays,
        });

        // Counted by hand: 28, 29, 30 April, 1 May, 4 to 8 May, 11 May; 3 May is a Sunday.
        Assert.Equal(new LocalDate(2026, 5, 11), Assert.Single(sheet.Deadlines).LastDay);
        Assert.Equal(port.StartOf(new LocalDate(2026, 5, 4)), sheet.Deadlines[0].WarnFrom);
        Assert.NotNull(law.RuleSetOn("US", new LocalDate(2026, 5, 4)));
    }

    [Fact]
    public void A_folder_may_replace_all_that_is_shipped()
    {
        WriteJapan();
        Assert.Equal(["JP"], Read(("Clocks:Folder", folder), ("Clocks:Replace", "true")).RuleSets.Select(r => r.Jurisdiction));
    }

    [Fact]
    public void A_file_with_the_path_of_a_shipped_one_comes_in_its_place()
    {
        var text = File.ReadAllText(Path.Combine(ClockFiles.Folder, "us-2.json"));
        File.WriteAllText(Path.Combine(folder, "us-2.json"), text.Replace("\"title\": \"United States", "\"title\": \"Corrected: United States", StringComparison.Ordinal));
        Assert.StartsWith("Corrected", Read(("Clocks:Folder", folder)).RuleSetNamed("us-2")!.Title, StringComparison.Ordinal);
    }

    [Fact]
    public void Days_are_closed_and_opened_and_ports_follow()
    {
        var (closed, opened) = (new LocalDate(2026, 12, 24), new LocalDate(2026, 10, 12));
        var shipped = Read().PortOf("4701")!.Calendar;
        var changed = Read(("Clocks:Closed:0", "us-federal 2026-12-24 executive order"), ("Clocks:Opened:0", "us-federal 2026-10-12")).PortOf("4701")!.Calendar;

        Assert.Equal((true, false), (shipped.IsBusinessDay(closed), shipped.IsBusinessDay(opened)));
        Assert.Equal((false, true), (changed.IsBusinessDay(closed), changed.IsBusinessDay(opened)));
        Assert.Equal("executive order", changed.WhyClosed(closed));
    }

    [Theory]
    [InlineData("Clocks:WarnDays", "900", "Clocks:WarnDays")]
    [InlineData("Clocks:WarnDays", "soon", "WarnDays")]
    [InlineData("Clocks:Closed:0", "2026-12-24", "Clocks:Closed")]
    [InlineData("Clocks:Closed:0", "moon 2026-12-24", "'moon'")]
    [InlineData("Clocks:Folder", "/nowhere/at/all", "/nowhere/at/all")]
    public void What_cannot_be_used_is_one_sentence_with_its_name(string key, string value, string named)
    {
        var problem = Assert.Throws<ClockDataException>(() => Read((key, value)));
        Assert.Contains(named, Assert.Single(problem.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public void A_bad_file_is_named_with_its_line()
    {
        File.WriteAllText(Path.Combine(folder, "bad.json"), "{ \"ruleSet\": ");
        Assert.Contains("bad.json", Assert.Throws<ClockDataException>(() => Read(("Clocks:Folder", folder))).Message, StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static ClockLibrary Read(params (string Key, string Value)[] settings) =>
        ClockFiles.Read(new ConfigurationBuilder().AddInMemoryCollection(settings.Select(s => KeyValuePair.Create(s.Key, (string?)s.Value))).Build());

    private void WriteJapan()
    {
        File.WriteAllText(Path.Combine(folder, "jp-1.json"), Japan);
        File.WriteAllText(Path.Combine(folder, "jp-days.json"), Days);
        File.WriteAllText(Path.Combine(folder, "jp-ports.json"), Ports);
    }
}
