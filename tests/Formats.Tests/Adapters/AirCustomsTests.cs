using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Statuses;

namespace Tracking.Formats.Tests.Adapters;

public sealed class AirCustomsTests
{
    private const string Release = """
        FSN
        JFKXX
        999-10000014-H0000001/JD0140000000000000001
        ARR/XX0101/24NOV-A
        CSN/1C-3/24NOV0915/0112345678901
        """;

    [Fact]
    public void A_release_binds_for_its_pieces_at_the_time_of_its_airport()
    {
        var reading = Reading.Of(Release);
        Assert.Empty(reading.Complaints);
        var decision = Assert.IsType<Decision>(Assert.Single(reading.Facts));
        Assert.Equal(("xx/H0000001", "us-cbp", "US"), (decision.Number.ToString(), decision.Source, decision.Territory));
        Assert.Equal((DecisionKind.Released, 3, "1C"), (decision.Kind, decision.PieceCount, decision.Code));
        Assert.Equal("2025-11-24T09:15:00-05:00", decision.OccurredAt.ToString());
        Assert.Contains("JD0140000000000000001", decision.Text, StringComparison.Ordinal);
        Assert.Equal((reading.Sha256, "line 5"), (decision.Evidence!.Sha256, decision.Evidence.Where));
        Assert.Equal(Reading.Context.Reception.ReceivedAt, decision.ReceivedAt);
    }

    [Fact]
    public void The_same_notification_has_the_same_ids_and_parts_have_their_own()
    {
        Assert.Equal(Reading.Of(Release).Facts[0].Id, Reading.Of("QK JFKXX\n.WASUCCR 241420\n" + Release.Replace("\n", "\r\n", StringComparison.Ordinal)).Facts[0].Id);
        Assert.NotEqual(Reading.Of(Release).Facts[0].Id, Reading.Of(Release.Replace("24NOV-A", "24NOV-B", StringComparison.Ordinal)).Facts[0].Id);
    }

    [Theory]
    [InlineData("1H", "hold-placed:1H")]
    [InlineData("1I", "hold-removed:1I")]
    [InlineData("1A", "exam-ordered:1A")]
    [InlineData("1B", "exam-completed:1B released:1B")]
    [InlineData("1D", "released-with-conditions:1D permit-given:1D")]
    [InlineData("1F", "released-with-conditions:1F permit-given:1F")]
    [InlineData("10", "notified:10")]
    public void Action_codes_mean_what_they_mean_in_air(string code, string expected) =>
        Assert.Equal(expected, Reading.Words(Reading.Of($"FSN\nJFKXX\n999-10000014-H1\nCSN/{code}-1/24NOV0915")));

    [Fact]
    public void A_hold_and_its_removal_are_one_pair()
    {
        var facts = Reading.Of("FSN\nJFKXX\n999-10000014-H1\nCSN/1H-1/24NOV0915\nCSN/1I-1/24NOV1015").Facts.Cast<Decision>().ToList();
        Assert.Equal((HoldKind.Manifest, "1H/1I", "JFK"), (facts[0].Hold!.Kind, facts[0].Hold!.Code, facts[0].Hold!.Port));
        Assert.Equal(("1H/1I", null), (facts[1].Hold!.Code, facts[1].Hold!.Kind));
        Assert.Equal(ClearancePurpose.InBond, Assert.IsType<Decision>(Reading.Of("FSN\nJFKXX\n999-10000014\nCSN/1D-1/24NOV0915").Facts[1]).Permits);
    }

    [Fact]
    public void An_unknown_code_is_kept_and_counted_and_moves_nothing()
    {
        var reading = Reading.Of("FSN\nJFKXX\n999-10000014-H1\nCSN/7Z-2/24NOV0915/REMARK");
        Assert.Equal("notified:7Z", Reading.Words(reading));
        Assert.Equal(("us-air csn", "7Z", "line 4"), (reading.Unmapped[0].System, reading.Unmapped[0].Code, reading.Unmapped[0].Where));
        Assert.Contains("CSN/7Z-2/24NOV0915/REMARK", ((Decision)reading.Facts[0]).Text, StringComparison.Ordinal);
        Assert.Empty(reading.Complaints);
    }

    [Fact]
    public void Ocean_codes_are_unknown_in_air()
    {
        foreach (var code in Cbp.ManifestCodes.Table.Codes.Keys.Except(Air.AirCustomsAdapter.Codes.Codes.Keys))
        {
            Assert.Equal($"notified:{code}", Reading.Words(Reading.Of($"FSN\nJFKXX\n999-10000014-H1\nCSN/{code}-2/24NOV0915")));
        }
    }

    [Theory]
    [InlineData("1H", "no-news:FSI 1H:held")]
    [InlineData("1C", "no-news:FSI 1C:released")]
    [InlineData("7Z", "no-news:FSI 7Z")]
    public void A_copy_informs_and_decides_nothing(string code, string expected)
    {
        var reading = Reading.Of($"FSI\nJFKXX\n999-10000014-H1\nARR/XX0101/24NOV-A\nCSN/{code}-2/24NOV0915");
        Assert.Equal(expected, Reading.Words(reading));
        var scan = Assert.IsType<Scan>(Assert.Single(reading.Facts));
        Assert.Equal(("xx", "999-10000014", 2, "USJFK"), (scan.Source, scan.MasterBill, scan.Pieces, scan.Place!.Locode));
    }

    [Theory]
    [InlineData("6H", "hold-placed:6H", "acas 6H/6I")]
    [InlineData("6I", "hold-removed:6I", "acas 6H/6I")]
    [InlineData("7H", "request-placed:7H", "acas 7H/7I")]
    [InlineData("7J", "request-answered:7J", "acas 7H/7I")]
    [InlineData("7I", "request-removed:7I", "acas 7H/7I")]
    [InlineData("8H", "request-placed:8H", "acas 8H/8I")]
    [InlineData("8I", "request-removed:8I", "acas 8H/8I")]
    public void Screening_referrals_are_placed_answered_and_removed(string code, string expected, string pair)
    {
        foreach (var identifier in new[] { "PSN", "PER" })
        {
            var reading = Reading.Of($"{identifier}\nHKGXX\n999-10000014-H1\nCSN/{code}-1/24NOV0915");
            Assert.Equal(expected, Reading.Words(reading));
            Assert.Equal(pair, ((Decision)reading.Facts[0]).Hold!.Code);
            Assert.Equal("2025-11-24T09:15:00+08:00", reading.Facts[0].OccurredAt.ToString());
        }
    }

    [Theory]
    [InlineData("24NOV0915", "2025-11-24T09:15:00-05:00")]
    [InlineData("25NOV2300", "2025-11-25T23:00:00-05:00")]
    [InlineData("31DEC2359", "2024-12-31T23:59:00-05:00")]
    [InlineData("29FEB0000", "2024-02-29T00:00:00-05:00")]
    [InlineData("04JUL1200", "2025-07-04T12:00:00-04:00")]
    public void A_day_without_a_year_is_the_latest_that_can_have_been(string text, string expected) =>
        Assert.Equal(expected, Reading.Of($"FSN\nJFKXX\n999-10000014\nCSN/1C-1/{text}").Facts[0].OccurredAt.ToString());

    [Theory]
    [InlineData("FSN\nJFKXX\nCSN/1C-1/24NOV0915", "line 3", "without an air waybill")]
    [InlineData("FSN\nJFKXX\n999-10000014\nCSN/1C-1/31FEB0915", "line 4", "day and time")]
    [InlineData("FSN\nJFKXX\n999-10000014\nCSN/-1/24NOV0915", "line 4", "action code")]
    [InlineData("FSN\nJFKXX\n999-10000014\nCSN/1C-0/24NOV0915", "line 4", "number of pieces")]
    [InlineData("FSN\nJFKXX\n999-10000014", "line 1", "without a status line")]
    [InlineData("FSN\n999-10000014\nCSN/1C-1/24NOV0915", "line 3", "names no carrier")]
    [InlineData("FRI\nJFKXX\n999-10000014", "line 1", "not read here")]
    public void What_is_wrong_is_said_with_its_line(string message, string line, string what)
    {
        var reading = Reading.Of(message);
        Assert.Empty(reading.Facts);
        Assert.Contains(reading.Complaints, c => c.Path == line && c.Message.Contains(what, StringComparison.Ordinal) && c.Remedy.Length > 0);
    }

    [Fact]
    public void A_bad_line_takes_no_other_with_it_and_messages_follow_each_other()
    {
        var reading = Reading.Of("FSN\nJFKXX\n999-10000014-H1\nCSN/1H-1/99NOV0915\nCSN/1H-1/24NOV0915\n\nFSN\nEWRYY\n999-10000025-H2\nWBL/SHEN/T2/K1.0/WATCHES\nCSN/1C-2/24NOV1015\n");
        Assert.Equal("hold-placed:1H released:1C", Reading.Words(reading));
        Assert.Equal(["xx/H1", "yy/H2"], reading.Facts.Select(f => f.Number.ToString()));
        Assert.Single(reading.Complaints);
        Assert.Equal(2, reading.Understood);
    }
}
