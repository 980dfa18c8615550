using System.Text;
using Tracking.Domain.Clocks;
using Tracking.Domain.Clocks.Reading;

namespace Tracking.Domain.Tests.Clocks;

/// <summary>The clocks' data: a further jurisdiction as data alone, and complaints that name file, row, field and remedy.</summary>
public sealed class ClockDataTests
{
    private const string China = """
        {
          "ruleSet": "cn-1", "jurisdiction": "CN", "title": "China customs",
          "bases": [{ "basis": "ex officio", "title": "customs' own initiative", "also": ["own initiative"] }],
          "facts": [
            { "fact": "detention", "words": "customs detained the goods", "saidBy": ["authority"] },
            { "fact": "finding", "words": "customs found whether they infringe", "saidBy": ["authority"] },
            { "fact": "released", "words": "released", "saidBy": ["authority"] }
          ],
          "clocks": [{
            "id": "cn.investigation", "title": "investigate", "bases": ["ex officio"], "starts": ["detention"],
            "length": 50, "unit": "business-days", "turn": "customs",
            "effect": { "kind": "release", "words": "released" },
            "metBy": ["finding"], "stoppedBy": ["released"],
            "citation": "one public deadline engine", "mark": "s"
          }]
        }
        """;

    private const string ChinaDays = """
        { "calendars": [{ "calendar": "cn", "title": "China, working weekends included", "mark": "g", "source": "the yearly notice", "years": { "2026": [
            { "date": "2026-09-25", "name": "Mid-Autumn" },
            { "date": "2026-10-01", "name": "National Day" }, { "date": "2026-10-02", "name": "National Day" }, { "date": "2026-10-05", "name": "National Day" },
            { "date": "2026-10-06", "name": "National Day" }, { "date": "2026-10-07", "name": "National Day" } ] },
          "opened": ["2026-09-20", "2026-10-10"] }] }
        """;

    private const string ChinaPorts = """{ "ports": [{ "port": "CNPVG", "name": "Shanghai Pudong", "jurisdiction": "CN", "zone": "Asia/Shanghai", "calendar": "cn" }] }""";

    private static DataFile File(string name, string text) => new(name, Encoding.UTF8.GetBytes(text));

    private static ImmutableArray<DataComplaint> Complaints(params DataFile[] files)
    {
        Assert.Null(ClockLibrary.Read(files, out var complaints));
        return complaints;
    }

    [Fact]
    public void A_third_jurisdiction_is_data_alone()
    {
        var library = Law.Read([.. Law.Files, File("cn-1.json", China), File("cn-days.json", ChinaDays), File("cn-ports.json", ChinaPorts)]);
        var port = library.PortOf("CNPVG")!;
        var set = library.RuleSetOn("CN", Law.Day("2026-09-01"))!;

        // Detained on Tuesday 1 September in Shanghai, which is still August in UTC. Seven days fall away, two weekend days are worked.
        var deadline = ClockRules.Sheet(new ClockQuestion { RuleSet = set, Basis = set.BasisOf("own initiative")!, Port = port, Facts = Law.Facts("detention=2026-08-31T17:00Z", port) }).Of("cn.investigation")!;

        // 21 of them lie in September (less the 25th, with Sunday the 20th), 18 in October (from Thursday the 8th, with Saturday the 10th), 11 in November.
        Assert.Equal(Law.Day("2026-11-16"), deadline.LastDay);
        Assert.Equal(Law.At("2026-11-16T16:00Z"), deadline.End);
    }

    [Fact]
    public void What_is_shipped_is_read_without_a_complaint()
    {
        Assert.Equal(["eu-1", "us-1", "us-2"], Law.Library.RuleSets.Select(r => r.Name).Order());
        Assert.InRange(Law.Library.Ports.Length, 100, 1000);
    }

    // What is changed in the file of China, and what is said about it.
    [Theory]
    [InlineData("\"length\": 50", "\"length\": \"fifty\"", "cn-1.json, clock 'cn.investigation', field 'length': is \"fifty\"; write a whole number from 0 to 1000.")]
    [InlineData("\"length\": 50", "\"length\": 1001", "cn-1.json, clock 'cn.investigation', field 'length': is 1001; write a whole number from 0 to 1000.")]
    [InlineData("\"length\": 50,", "", "cn-1.json, clock 'cn.investigation', field 'length': is missing; write a whole number from 0 to 1000.")]
    [InlineData("business-days", "working-days", "cn-1.json, clock 'cn.investigation', field 'unit': is \"working-days\"; write one of business-days, calendar-days, months.")]
    [InlineData("\"starts\": [\"detention\"]", "\"starts\": [\"arrest\"]", "cn-1.json, clock 'cn.investigation', field 'starts': names 'arrest', which this rule set does not define; known are detention, finding, released.")]
    [InlineData("\"starts\": [\"detention\"],", "", "cn-1.json, clock 'cn.investigation', field 'starts': must name the facts that start the clock; leave it out only where 'endsBefore' names another clock.")]
    [InlineData("\"metBy\"", "\"metby\"", "cn-1.json, clock 'cn.investigation', field 'metby': is not known here; known are ")]
    [InlineData("\"bases\": [\"ex officio\"]", "\"bases\": [\"ex\"]", "cn-1.json, clock 'cn.investigation', field 'bases': names 'ex'")]
    [InlineData("\"mark\": \"s\"", "\"mark\": \"sure\"", "cn-1.json, clock 'cn.investigation', field 'mark': is none of s")]
    [InlineData("\"mark\": \"s\"", "\"mark\": \"partly\"", "cn-1.json, clock 'cn.investigation', field 'note': is missing; say what of the row was not seen in a source.")]
    [InlineData("\"kind\": \"release\"", "\"kind\": \"freedom\"", "cn-1.json, clock 'cn.investigation', effect, field 'kind': is \"freedom\"; write one of breach, ")]
    [InlineData("[\"authority\"] },", "[] },", "cn-1.json, fact 'detention', field 'saidBy': names nobody;")]
    [InlineData("\"detention\", \"words\": \"customs detained the goods\", \"saidBy\": [\"authority\"]", "\"presented\", \"words\": \"arrived\", \"saidBy\": [\"authority\", \"importer\"]", "cn-1.json, fact 'presented', field 'saidBy': must be [\"authority\"]: that goods are presented is only ever said by the authority.")]
    [InlineData("\"saidBy\": [\"authority\"] }\n", "\"saidBy\": [\"carrier\"] }\n", "cn-1.json, fact 'released', field 'saidBy': names the carrier;")]
    [InlineData("\"title\": \"China customs\"", "\"title\": \"China customs\", \"from\": \"2026-02-30\"", "cn-1.json, field 'from': is \"2026-02-30\"; write a day like 2026-12-24, of the years 1900 to 2200.")]
    [InlineData("\"title\": \"China customs\"", "\"title\": \"China customs\", \"from\": \"2026-02-03\", \"until\": \"2026-02-02\"", "cn-1.json, field 'until': lies before 'from'")]
    [InlineData("\"title\": \"China customs\"", "\"title\": \"China customs\", \"extends\": \"cn-0\"", "cn-1.json, field 'extends': names 'cn-0', which is no other rule set that it can extend")]
    [InlineData("\"stoppedBy\"", "\"startsAtLapseOf\": \"cn.investigation\", \"stoppedBy\"", "cn-1.json, clock 'cn.investigation', field 'startsAtLapseOf': makes it wait for itself")]
    [InlineData("\"jurisdiction\": \"CN\"", "\"jurisdiction\": \"US\"", "cn-1.json, field 'from': is the law on days on which us-1 is it too;")]
    [InlineData("\"clocks\": [{", "\"clocks\": [{ ]", "cn-1.json, line 9: is no JSON:")]
    [InlineData("\"ruleSet\": \"cn-1\",", "", "cn-1.json: holds neither 'ruleSet' nor 'calendars' nor 'ports'; say in the first field what it is.")]
    public void A_complaint_names_file_row_field_and_remedy(string instead, string written, string expected)
    {
        Assert.Contains(instead, China, StringComparison.Ordinal);
        var at = China.IndexOf(instead, StringComparison.Ordinal);
        var text = China[..at] + written + China[(at + instead.Length)..];

        Assert.Contains(Complaints([.. Law.Files, File("cn-1.json", text)]), c => c.ToString().StartsWith(expected, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData("\"zone\": \"Asia/Shanghai\"", "\"zone\": \"Asia/Pudong\"", "p.json, port 'CNPVG', field 'zone': is 'Asia/Pudong', which is no time zone of the tz database; write one like America/New_York.")]
    [InlineData("\"calendar\": \"cn\"", "\"calendar\": \"zh\"", "p.json, port 'CNPVG', field 'calendar': is 'zh', which no file defines;")]
    [InlineData("\"jurisdiction\": \"CN\"", "\"jurisdiction\": \"TW\"", "p.json, port 'CNPVG', field 'jurisdiction': is 'TW', which has no rule set;")]
    [InlineData("CNPVG", "4701", "p.json, port '4701', field 'port': '4701' is defined twice; keep one of the two.")]
    public void A_port_has_to_fit_the_rest(string instead, string written, string expected)
    {
        var complaints = Complaints([.. Law.Files, File("cn-1.json", China), File("c.json", ChinaDays), File("p.json", ChinaPorts.Replace(instead, written, StringComparison.Ordinal))]);

        Assert.StartsWith(expected, Assert.Single(complaints).ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("{ \"name\": \"X\", \"month\": 2, \"day\": 30 }", "x.json, calendar 'x', holiday 'X', field 'day': is 30; month 2 has no such day.")]
    [InlineData("{ \"name\": \"X\", \"month\": 13, \"day\": 1 }", "x.json, calendar 'x', holiday 'X', field 'month': is 13; write a whole number from 1 to 12.")]
    [InlineData("{ \"name\": \"X\", \"month\": 1, \"weekday\": \"monday\", \"nth\": 0 }", "x.json, calendar 'x', holiday 'X', field 'nth': is 0; write 1 to 5, or -1 for the last.")]
    [InlineData("{ \"name\": \"X\", \"month\": 1, \"nth\": 1 }", "x.json, calendar 'x', holiday 'X', field 'weekday': is missing;")]
    [InlineData("{ \"name\": \"X\", \"easter\": 400 }", "x.json, calendar 'x', holiday 'X', field 'easter': is 400; write a whole number from -100 to 100.")]
    [InlineData("17", "x.json, calendar 'x', holiday 1: is no object;")]
    public void A_holiday_has_to_exist(string holiday, string expected)
    {
        var text = $$"""{ "calendars": [{ "calendar": "x", "title": "x", "mark": "g", "source": "x", "holidays": [{{holiday}}] }] }""";

        Assert.Contains(Complaints([.. Law.Files, File("x.json", text)]), c => c.ToString().StartsWith(expected, StringComparison.Ordinal));
    }

    [Fact]
    public void A_later_version_says_only_what_changes()
    {
        const string Newer = """
            { "ruleSet": "cn-2", "jurisdiction": "CN", "title": "China, longer", "from": "2027-01-01", "extends": "cn-1", "clocks": [{
              "id": "cn.investigation", "title": "investigate", "bases": ["ex officio"], "starts": ["detention"], "length": 60, "unit": "calendar-days",
              "movesToBusinessDay": true, "turn": "customs", "effect": { "kind": "release", "words": "released" }, "citation": "made up", "mark": "g" }] }
            """;
        var older = China.Replace("\"title\": \"China customs\"", "\"title\": \"China customs\", \"until\": \"2026-12-31\"", StringComparison.Ordinal);
        var library = Law.Read([.. Law.Files, File("cn-1.json", older), File("cn-2.json", Newer), File("c.json", ChinaDays), File("p.json", ChinaPorts)]);
        var (port, set) = (library.PortOf("CNPVG")!, library.RuleSetOn("CN", Law.Day("2027-01-01"))!);
        var deadline = ClockRules.Sheet(new ClockQuestion { RuleSet = set, Basis = set.Bases[0], Port = port, Facts = Law.Facts("detention=2027-01-05T09:00+08:00", port) }).Of("cn.investigation")!;

        // Sixty days end on Saturday 6 March 2027: moved to Monday.
        Assert.Equal(("cn-2", 3, Law.Day("2027-03-08")), (set.Name, set.Facts.Length, deadline.LastDay));
        Assert.Equal(50, library.RuleSetOn("CN", Law.Day("2026-12-31"))!.Clocks[0].Length);
    }

    [Fact]
    public void A_file_may_begin_with_a_byte_order_mark_and_has_to_be_UTF_8()
    {
        var port = Encoding.UTF8.GetBytes(ChinaPorts);
        DataFile[] rest = [.. Law.Files, File("cn-1.json", China), File("c.json", ChinaDays)];

        Assert.NotNull(Law.Read([.. rest, new DataFile("p.json", (byte[])[0xEF, 0xBB, 0xBF, .. port])]).PortOf("CNPVG"));
        Assert.Equal(
            "p.json: holds a text that is no UTF-8; save the file as UTF-8.",
            Assert.Single(Complaints([.. rest, new DataFile("p.json", Encoding.Latin1.GetBytes(ChinaPorts.Replace("Pudong", "Püdong", StringComparison.Ordinal)))])).ToString());
    }

    [Fact]
    public void Garbage_is_a_complaint_and_never_an_exception()
    {
        CsCheck.Check.Sample(CsCheck.Gen.Select(CsCheck.Gen.Int[0, Law.Files.Length - 1], CsCheck.Gen.Double[0, 1], CsCheck.Gen.Byte), (file, at, value) =>
        {
            var bytes = Law.Files[file].Text.ToArray();
            bytes[(int)(at * (bytes.Length - 1))] = value;
            var library = ClockLibrary.Read([.. Law.Files.RemoveAt(file), new DataFile("changed.json", bytes)], out var complaints);
            return library is null == !complaints.IsEmpty;
        }, iter: 300);
    }
}
