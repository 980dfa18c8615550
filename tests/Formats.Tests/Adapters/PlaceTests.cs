using Tracking.Contracts.Facts;
using Tracking.Formats.Places;

namespace Tracking.Formats.Tests.Adapters;

public sealed class PlaceTests
{
    [Theory]
    [InlineData("USJFK", null, "2025-07-01T12:00:00-04:00", LocalTimeFit.Known)]
    [InlineData("USJFK", null, "2025-12-01T12:00:00-05:00", LocalTimeFit.Known)]
    [InlineData("DEHAM", null, "2025-07-01T12:00:00+02:00", LocalTimeFit.Known)]
    [InlineData("CNXYZ", null, "2025-07-01T12:00:00+08:00", LocalTimeFit.Known)]
    [InlineData("US", "CA", "2025-07-01T12:00:00-07:00", LocalTimeFit.Known)]
    [InlineData("US", "TX", "2025-07-01T12:00:00-05:00", LocalTimeFit.Assumed)]
    [InlineData("US", null, "2025-07-01T12:00:00+00:00", LocalTimeFit.Unknown)]
    [InlineData("USXYZ", null, "2025-07-01T12:00:00+00:00", LocalTimeFit.Unknown)]
    public void Local_times_have_the_offset_of_their_place_on_that_day(string code, string? state, string expected, LocalTimeFit fit)
    {
        var local = DateTime.Parse(expected[..19], System.Globalization.CultureInfo.InvariantCulture);
        var place = code.Length == 2 ? new Place(code) : PlaceCodes.Locode(code);
        Assert.Equal(fit, LocalTimes.Resolve(local, place, state, out var at));
        Assert.Equal(expected, at.ToString());
    }

    [Fact]
    public void A_time_that_the_clock_skipped_or_had_twice_is_read_all_the_same()
    {
        var place = PlaceCodes.Locode("USJFK");
        LocalTimes.Resolve(new DateTime(2025, 3, 9, 2, 30, 0), place, out var skipped);
        Assert.Equal("2025-03-09T03:30:00-04:00", skipped.ToString());
        LocalTimes.Resolve(new DateTime(2025, 11, 2, 1, 30, 0), place, out var twice);
        Assert.Equal("2025-11-02T01:30:00-04:00", twice.ToString());
    }

    [Fact]
    public void Codes_of_places_are_understood_or_not_guessed()
    {
        Assert.Equal("USMEM", PlaceCodes.Airport("mem")!.Locode);
        Assert.Equal("USJFK", PlaceCodes.CbpPort("4701")!.Locode);
        Assert.Equal("USBOS", PlaceCodes.CbpPort("401")!.Locode);
        Assert.Equal("GB", PlaceCodes.Country("gbr"));
        Assert.Equal("USLAX", PlaceCodes.ExchangeOffice("USLAXA")!.Locode);
        Assert.Null(PlaceCodes.Airport("QQQ"));
        Assert.Null(PlaceCodes.CbpPort("9999"));
        Assert.Null(PlaceCodes.Country("QQ"));
        Assert.Null(PlaceCodes.Locode("QQABC"));
    }

    [Fact]
    public void Every_zone_of_the_table_exists()
    {
        foreach (var (_, zone) in NodaZones())
        {
            Assert.Contains(zone, NodaTime.DateTimeZoneProviders.Tzdb.Ids);
        }
    }

    [SharedDataFact("reference")]
    public void Ports_of_the_table_are_ports_of_the_list()
    {
        var list = File.ReadLines(Path.Combine(SharedData.Folder("reference")!, "cbp-port-codes.csv")).Skip(1).Select(l => l[..4]).ToHashSet();
        var missing = TableLines().SelectMany(f => f.Length == 4 && f[3] != "-" ? f[3].Split(',') : []).Where(p => !list.Contains(p)).Order(StringComparer.Ordinal).ToList();

        // In force, and newer than the list.
        Assert.Equal(["3807", "4701", "5210"], missing);
    }

    private static IEnumerable<(string Place, string Zone)> NodaZones() => TableLines()
        .Select(f => f.Length == 4 ? (f[1], f[2]) : (f[1], f[2]))
        .Where(z => z.Item2 != "-");

    private static IEnumerable<string[]> TableLines()
    {
        using var reader = new StreamReader(typeof(PlaceCodes).Assembly.GetManifestResourceStream("places.txt")!);
        return [.. reader.ReadToEnd().Split('\n').Where(l => l.Length > 0 && l[0] != '#').Select(l => l.Split(' '))];
    }
}
