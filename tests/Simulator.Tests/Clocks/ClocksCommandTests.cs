using System.Text.Json;
using Tracking.Dashboard.Commands;
using static Tracking.Simulator.Tests.CommandRun;

namespace Tracking.Simulator.Tests.Clocks;

/// <summary>The command <c>clocks</c>.</summary>
public sealed class ClocksCommandTests
{
    private static readonly string[] Counterfeit = ["clocks", "--basis", "133.21", "--anchor", "presented=2026-12-22T15:00-05:00", "--port", "4701", "--at", "2026-12-29T12:00-05:00"];

    [Fact]
    public async Task Every_deadline_that_follows_is_in_the_table_with_how_it_was_counted()
    {
        var (code, said) = await RunAsync(Counterfeit);

        Assert.Equal(ExitCodes.Done, code);
        Assert.Matches("us.decide +│ customs +│ Wed 2026-12-30 +│ warned +│ considered detained", said);
        Assert.Matches("us.determination +│ customs +│ Thu 2027-01-21 +│ running +│ deemed excluded; never a release \\(Fri 2027-01-22\\)", said);
        Assert.Contains("Wed 2026-12-30 is 5; not counted: Fri 2026-12-25 Christmas Day", said, StringComparison.Ordinal);
        Assert.Contains("19 CFR 151.16(e)", said, StringComparison.Ordinal);
        Assert.Contains("us.answer (importer’s answer on suspected counterfeits; 19 CFR 133.21(b)(2)(i)(B); seen in part; the rest is general knowledge): It starts with 'notice'", said, StringComparison.Ordinal);
        Assert.Contains("not legal advice", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_only_general_knowledge_says_so_in_words()
    {
        var (_, said) = await RunAsync("clocks", "--basis", "608/2013 art. 26", "--anchor", "notice=2026-12-22", "--port", "PLWAW", "--at", "2026-12-29");

        Assert.Contains("(general knowledge, not seen in a source: check it)", said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task As_JSON_it_has_dates_moments_and_reasons()
    {
        var (code, said) = await RunAsync([.. Counterfeit, "--json"]);
        using var json = JsonDocument.Parse(said);
        var determination = json.RootElement.GetProperty("deadlines").EnumerateArray().Single(d => d.GetProperty("clock").GetString() == "us.determination");

        Assert.Equal(ExitCodes.Done, code);
        Assert.Equal("us-2", json.RootElement.GetProperty("ruleSet").GetString());
        Assert.Contains("not legal advice", json.RootElement.GetProperty("notice").GetString(), StringComparison.Ordinal);
        Assert.Equal("2027-01-21", determination.GetProperty("lastDay").GetString());
        Assert.Equal("2027-01-22T00:00:00-05:00", determination.GetProperty("endsBefore").GetString());
        Assert.Equal(("deemed-excluded", "2027-01-22", false), (determination.GetProperty("effect").GetProperty("kind").GetString(), determination.GetProperty("effect").GetProperty("day").GetString(), determination.GetProperty("effect").GetProperty("isProposed").GetBoolean()));
        Assert.Equal(("seen", "seen in its source"), (determination.GetProperty("mark").GetString(), determination.GetProperty("markWords").GetString()));
        Assert.Equal(30, determination.GetProperty("days").GetArrayLength());
        Assert.NotEqual(0, determination.GetProperty("reasons").GetArrayLength());
    }

    [Fact]
    public async Task The_ruling_HQ_962141_comes_out_by_the_rule_set_of_its_day_or_a_named_one()
    {
        string[] ruling = ["clocks", "--basis", "19 CFR 133.21", "--anchor", "presented=1998-03-17", "--port", "4701", "--at", "1998-04-17"];

        var (_, old) = await RunAsync(ruling);
        var (_, named) = await RunAsync([.. ruling, "--ruleset", "us-2"]);

        Assert.StartsWith("us-1", old, StringComparison.Ordinal);
        Assert.StartsWith("us-2", named, StringComparison.Ordinal);
        Assert.All([old, named], said => Assert.Matches("us.determination +│ customs +│ Thu 1998-04-16 +│ breached +│ deemed excluded; never a release \\(Fri 1998-04-17; proposed, an officer confirms\\)", said));
    }

    [Fact]
    public async Task Conditions_extensions_and_switched_on_clocks_count()
    {
        var (_, perishable) = await RunAsync("clocks", "--basis", "art. 23", "--anchor", "notice=2026-04-02", "--port", "NLAMS", "--with", "perishable", "--at", "2026-04-03");
        var (_, extended) = await RunAsync("clocks", "--basis", "133.25", "--anchor", "presented=2026-05-01", "--anchor", "extension=2026-05-20/15", "--port", "4701", "--at", "2026-06-01");
        var (_, on) = await RunAsync("clocks", "--basis", "133.21", "--anchor", "seized=2026-11-15", "--port", "4701", "--on", "us.cafra-notice", "--at", "2026-11-16");

        Assert.Matches("eu.confirm .*Thu 2026-04-09", perishable);
        Assert.Matches("us.grey.detention .*Mon 2026-06-15 +│ extended", extended);
        Assert.Matches("us.cafra-notice .*Thu 2027-01-14", on);
    }

    [Theory]
    [InlineData("--port: '9999' is not known; give one of ", "133.21", "presented=2026-12-22", "9999")]
    [InlineData("--basis: '133.99' is no legal basis of us-2; give one of 19 CFR 151.16; 19 CFR 133.21;", "133.99", "presented=2026-12-22", "4701")]
    [InlineData("--anchor: 'arrived' starts or stops nothing in us-2; give one of presented, ", "133.21", "arrived=2026-12-22", "4701")]
    [InlineData("--anchor: 'presented' is no anchor; write it like presented=", "133.21", "presented", "4701")]
    [InlineData("--anchor: '2026-12-22T15:00' is no time; write it with its offset from UTC, like ", "133.21", "presented=2026-12-22T15:00", "4701")]
    [InlineData("--anchor: '0' of 'extension=2026-12-22/0' is no length;", "133.25", "extension=2026-12-22/0", "4701")]
    [InlineData("--ruleset: 'eu-1' is no rule set of US, where port 4701 lies; give one of us-1, us-2.", "133.21", "presented=2026-12-22", "4701", "--ruleset", "eu-1")]
    [InlineData("--with: 'wet' changes nothing in us-2; give one of handed-over-by-a-state, penalty.", "133.21", "presented=2026-12-22", "4701", "--with", "wet")]
    [InlineData("--on: 'us.decide' is no clock of us-2 that is off by default; give one of us.cafra-notice", "133.21", "presented=2026-12-22", "4701", "--on", "us.decide")]
    [InlineData("--at: 'soon' is no time;", "133.21", "presented=2026-12-22", "4701", "--at", "soon")]
    [InlineData("The clocks' data cannot be read from '/there/is/nothing':", "133.21", "presented=2026-12-22", "4701", "--data", "/there/is/nothing")]
    public async Task What_cannot_be_understood_is_one_sentence_with_a_remedy(string sentence, string basis, string anchor, string port, params string[] more)
    {
        var (code, said) = await RunAsync(["clocks", "--basis", basis, "--anchor", anchor, "--port", port, .. more]);

        Assert.Equal(ExitCodes.WrongInput, code);
        Assert.StartsWith(sentence, said, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Corrected_data_is_used_from_its_folder_and_a_mistake_in_it_is_named()
    {
        var folder = Directory.CreateTempSubdirectory("clocks-");
        try
        {
            foreach (var path in Directory.EnumerateFiles(Path.Combine(AppContext.BaseDirectory, "clocks"), "*.json", SearchOption.AllDirectories))
            {
                File.Copy(path, Path.Combine(folder.FullName, Path.GetFileName(path)));
            }

            var holidays = Path.Combine(folder.FullName, "us-federal.json");
            var text = await File.ReadAllTextAsync(holidays);
            await File.WriteAllTextAsync(holidays, text.Replace("{\"date\": \"2025-12-26\"", "{\"date\": \"2026-12-24\", \"name\": \"closed by executive order\"}, {\"date\": \"2025-12-26\"", StringComparison.Ordinal));
            var (_, corrected) = await RunAsync([.. Counterfeit, "--data", folder.FullName]);
            await File.WriteAllTextAsync(holidays, text.Replace("\"nearest\"", "\"nearby\"", StringComparison.Ordinal));
            var (code, wrong) = await RunAsync([.. Counterfeit, "--data", folder.FullName]);

            Assert.Matches("us.decide +│ customs +│ Thu 2026-12-31", corrected);
            Assert.Equal(ExitCodes.WrongInput, code);
            Assert.Contains("us-federal.json, calendar 'us-federal', holiday 'Christmas Day', field 'observed': is \"nearby\"; write one of own-day, nearest, next-free.", wrong, StringComparison.Ordinal);
        }
        finally
        {
            folder.Delete(recursive: true);
        }
    }
}
