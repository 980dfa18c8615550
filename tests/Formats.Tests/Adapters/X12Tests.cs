using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Cbp;

namespace Tracking.Formats.Tests.Adapters;

public sealed class X12Tests
{
    private const string Isa = "ISA*00*          *00*          *02*SCAC           *ZZ*TRACKING       *251124*1303*U*00401*000000007*0*P*>~";

    private static string Interchange(params string[] sets) =>
        $"{Isa}GS*QM*SCAC*TRACKING*20251124*1303*7*X*004010~{string.Concat(sets)}GE*{sets.Length}*7~IEA*1*000000007~";

    private static string Set(string id, string control, params string[] segments) =>
        $"ST*{id}*{control}~{string.Concat(segments.Select(s => s + "~"))}SE*{segments.Length + 2}*{control}~";

    private static string Status(string at7, string control = "0001") =>
        Set("214", control, "B10*PRO1*BOL1*SCAC", "LX*1", $"AT7*{at7}*20251124*0730*LT", "MS1*NEW YORK*NY*US", "AT8*G*L*100*3");

    [Fact]
    public void A_status_has_bill_place_time_pieces_and_weight()
    {
        var scan = Assert.IsType<Scan>(Assert.Single(Reading.Of(Interchange(Status("X4*NS**"))).Facts));
        Assert.Equal(("scac/PRO1", TransportStatus.InTransitArrived, "X4"), (scan.Number.ToString(), scan.Status, scan.Code));
        Assert.Equal("2025-11-24T07:30:00-05:00", scan.OccurredAt.ToString());
        Assert.Equal((3, 45.359m, "US"), (scan.Pieces, scan.WeightKg, scan.Place!.Country));
        Assert.Equal("segment 6 AT7", scan.Evidence!.Where);
    }

    [Theory]
    [InlineData("X1*NS**", "in-transit-arrived:X1")]
    [InlineData("D1*NS**", "delivered:D1")]
    [InlineData("SD*BD**", "at-border:SD/BD:held")]
    [InlineData("SD*A2**", "exception-address:SD/A2")]
    [InlineData("SD*AI**", "in-transit-delayed:SD/AI")]
    [InlineData("D1*BF**", "no-news:D1/BF")]
    [InlineData("AP*BS**", "attempted-refused:AP/BS")]
    [InlineData("**AA*NA", "no-news:AA")]
    [InlineData("PR*NS**", "at-border:PR:held")]
    public void Codes_and_reasons_have_their_meaning(string at7, string expected) => Assert.Equal(expected, Reading.Words(Reading.Of(Interchange(Status(at7)))));

    [Fact]
    public void A_code_of_the_other_element_is_unmapped()
    {
        var reading = Reading.Of(Interchange(Status("OA*NS**")));
        Assert.Equal("no-news:OA", Reading.Words(reading));
        Assert.Equal(("x12 1650", "OA"), (reading.Unmapped[0].System, reading.Unmapped[0].Code));
        Assert.Empty(reading.Complaints);
    }

    [Fact]
    public void Ocean_status_is_read_with_container_vessel_and_port()
    {
        var set = Set("315", "0001", "B4***CT*20251124*0807**GMCU*609413*L*4500*USNYC*UN*7", "N9*BM*MBL1", "N9*SCA*MAEU", "Q2*9330141********202N***L*MARIM", "R4*L*UN*CNSHA*SHANGHAI*CN", "R4*D*UN*USNYC*NEW YORK*US");
        var scan = Assert.IsType<Scan>(Assert.Single(Reading.Of(Interchange(set)).Facts));
        Assert.Equal(("maeu/MBL1", TransportStatus.AtBorder, CustomsReport.Released), (scan.Number.ToString(), scan.Status, scan.Customs));
        Assert.Equal(("GMCU6094137", "USNYC", "2025-11-24T08:07:00-05:00"), (scan.Container, scan.Place!.Locode, scan.OccurredAt.ToString()));
    }

    private static string Disposition(string code) =>
        Interchange(Set("350", "0001", "M10*MAEU*O*US*9330141*MARIM*202N", "P4*4601*20251124", $"X4*MBL1*3*01*ABC12345678*20251124*0915*{code}*HBL1*MAEU*HOUS"));

    [Fact]
    public void Customs_status_decides_about_the_house_bill()
    {
        var decision = Assert.IsType<Decision>(Assert.Single(Reading.Of(Disposition("1H")).Facts));
        Assert.Equal(("hous/HBL1", "us-cbp", DecisionKind.HoldPlaced), (decision.Number.ToString(), decision.Source, decision.Kind));
        Assert.Equal(("1H/1I", "4601", 3, "2025-11-24T09:15:00-05:00"), (decision.Hold!.Code, decision.Hold.Port, decision.PieceCount, decision.OccurredAt.ToString()));
    }

    [Fact]
    public void Every_disposition_code_is_read_and_none_of_a_hold_releases()
    {
        foreach (var (code, meaning) in ManifestCodes.Table.Codes)
        {
            var reading = Reading.Of(Disposition(code));
            Assert.Equal(meaning.Effects.Select(e => e.Kind), reading.Facts.Cast<Decision>().Select(d => d.Kind));
            Assert.Empty(reading.Complaints);
        }

        Assert.Equal("released:1C", Reading.Words(Reading.Of(Disposition("1C"))));
        Assert.Equal("release-taken-back:15", Reading.Words(Reading.Of(Disposition("15"))));
        Assert.Equal("exam-ordered:4A release-taken-back:4A", Reading.Words(Reading.Of(Disposition("4A"))));
        Assert.Equal("notified:99", Reading.Words(Reading.Of(Disposition("99"))));
        Assert.Equal("hold-removed:98", Reading.Words(Reading.Of(Disposition("98"))));
    }

    [Fact]
    public void Every_hold_of_the_manifest_has_its_removal()
    {
        var removed = ManifestCodes.Table.Codes.Values.SelectMany(m => m.Effects).Where(e => e.Kind is DecisionKind.HoldRemoved or DecisionKind.ExamCompleted).Select(e => e.Hold!.Code).ToHashSet();
        var placed = ManifestCodes.Table.Codes.Values.SelectMany(m => m.Effects).Where(e => e.Kind is DecisionKind.HoldPlaced or DecisionKind.ExamOrdered).Select(e => e.Hold!.Code).ToHashSet();
        Assert.Equal(["A3/-", "MG/-"], placed.Except(removed).Order(StringComparer.Ordinal));
        Assert.Empty(removed.Except(placed));
    }

    [Fact]
    public void Each_set_is_acknowledged()
    {
        var reading = Reading.Of(Interchange(Status("X4*NS**", "0001"), Status("X4*NS**", "0002").Replace("20251124*0730", "20251324*0730", StringComparison.Ordinal), Set("204", "0003", "B2**SCAC")));
        var answer = Reading.Text(reading.Acknowledgement).Split("~\n");
        Assert.StartsWith("ISA*00*          *00*          *ZZ*TRACKING       *02*SCAC           *251124*1800*U*00401*000000007*0*P*>", answer[0], StringComparison.Ordinal);
        Assert.Contains("ST*997*0001", answer);
        Assert.Contains("AK1*QM*7", answer);
        Assert.Equal(["AK5*A", "AK5*E*5", "AK5*R*1"], answer.Where(s => s.StartsWith("AK5", StringComparison.Ordinal)));
        Assert.Contains("AK3*AT7*4**8", answer);
        Assert.Contains("AK4*5**8", answer);
        Assert.Contains("AK9*P*3*3*2", answer);
        Assert.Contains("SE*12*0001", answer);
        Assert.Single(reading.Facts);
        Assert.Equal(2, reading.Understood);
    }

    [Fact]
    public void From_release_5010_on_999_answers_and_TA1_where_it_is_asked_for()
    {
        var text = Interchange(Status("X4*NS**")).Replace("*004010~", "*005010~", StringComparison.Ordinal).Replace("*0*P*>", "*1*P*>", StringComparison.Ordinal);
        var answer = Reading.Text(Reading.Of(text).Acknowledgement);
        Assert.Contains("ST*999*0001", answer, StringComparison.Ordinal);
        Assert.Contains("IK5*A", answer, StringComparison.Ordinal);
        Assert.Contains("TA1*000000007*251124*1303*A*000", answer, StringComparison.Ordinal);
    }

    [Fact]
    public void An_acknowledgement_is_never_acknowledged()
    {
        var reading = Reading.Of($"{Isa}GS*FA*SCAC*TRACKING*20251124*1303*7*X*004010~{Set("997", "0001", "AK1*QM*7", "AK9*A*1*1*1")}GE*1*7~IEA*1*000000007~");
        Assert.True(reading.Acknowledgement.IsEmpty);
        Assert.Empty(reading.Complaints);
    }

    [Theory]
    [InlineData("SE*6*0001", "SE*7*0001", "counts 7 segments", "AK5*R*4")]
    [InlineData("SE*6*0001", "SE*6*0009", "names set 0009", "AK5*R*3")]
    [InlineData("SE*6*0001~", "", "has no SE", "AK5*R*2")]
    public void A_broken_frame_takes_its_own_set_and_no_other(string from, string to, string message, string answer)
    {
        var broken = Interchange(Status("X4*NS**", "0001").Replace("SE*7*0001", "SE*6*0001", StringComparison.Ordinal).Replace("~AT8*G*L*100*3", "", StringComparison.Ordinal), Status("D1*NS**", "0002"));
        Assert.Equal(2, Reading.Of(broken).Facts.Length);
        var reading = Reading.Of(broken.Replace(from, to, StringComparison.Ordinal));
        Assert.Equal("delivered:D1", Reading.Words(reading));
        Assert.Contains(reading.Complaints, c => c.Message.Contains(message, StringComparison.Ordinal));
        Assert.Contains(answer, Reading.Text(reading.Acknowledgement), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData('|', '^', '!')]
    [InlineData('*', ':', '\n')]
    [InlineData('\u001D', '\u001F', '\u001C')]
    [InlineData('*', '>', '\r')]
    public void Whatever_the_envelope_declares_parts(char element, char component, char terminator)
    {
        var text = Interchange(Status("X4*NS**")).Replace('~', terminator).Replace('>', component).Replace('*', element);
        Assert.Equal("in-transit-arrived:X4", Reading.Words(Reading.Of(text)));
        Assert.Equal("in-transit-arrived:X4", Reading.Words(Reading.Of(terminator is '\n' or '\r' ? text : text.Replace($"{terminator}", $"{terminator}\r\n", StringComparison.Ordinal))));
    }

    [Fact]
    public void Line_breaks_anywhere_and_a_missing_envelope_do_no_harm()
    {
        var text = Interchange(Status("X4*NS**"));
        var wrapped = string.Join("\r\n", text.Chunk(40).Select(c => new string(c)));
        Assert.Equal("in-transit-arrived:X4", Reading.Words(Reading.Of(wrapped)));
        var bare = Reading.Of(Status("X4*NS**"));
        Assert.Equal("in-transit-arrived:X4", Reading.Words(bare));
        Assert.True(bare.Acknowledgement.IsEmpty);
        Assert.Empty(bare.Complaints);
    }

    [Fact]
    public void Interchanges_may_follow_each_other_with_other_delimiters()
    {
        var second = Interchange(Status("D1*NS**")).Replace('~', '!').Replace('*', '|');
        Assert.Equal("in-transit-arrived:X4 delivered:D1", Reading.Words(Reading.Of(Interchange(Status("X4*NS**")) + "\n" + second)));
    }

    [SharedDataFact("edi")]
    public void Real_interchanges_are_read_or_refused_with_a_reason()
    {
        var folder = SharedData.Folder("edi")!;
        var status = Reading.Of(File.ReadAllBytes(Path.Combine(folder, "indice", "214-MGCTLYST-SAMPLE.EDI")));
        Assert.Equal("delivered:D1", Reading.Words(status));
        Assert.Equal(("scac/1751807", "2016-07-26T12:30:00-04:00"), (status.Facts[0].Number.ToString(), status.Facts[0].OccurredAt.ToString()));
        Assert.Contains("AK9*A*1*1*1", Reading.Text(status.Acknowledgement), StringComparison.Ordinal);

        var ocean = Reading.Of(File.ReadAllBytes(Path.Combine(folder, "apimeister-x12", "004010_315.edi")), carrier: "maeu");
        Assert.Equal("in-transit-arrived:VA", Reading.Words(ocean));
        Assert.Equal(("maeu/21001ASK5V9U", "GMCU6094137"), (ocean.Facts[0].Number.ToString(), ((Scan)ocean.Facts[0]).Container));

        foreach (var name in new[] { "204-MGCTLYST-SAMPLE.EDI", "990-MGCTLYST-SAMPLE.EDI" })
        {
            var refused = Reading.Of(File.ReadAllBytes(Path.Combine(folder, "indice", name)));
            Assert.Empty(refused.Facts);
            Assert.Contains(refused.Complaints, c => c.Message.Contains("not read here", StringComparison.Ordinal));
            Assert.Contains("AK5*R*1", Reading.Text(refused.Acknowledgement), StringComparison.Ordinal);
        }
    }
}
