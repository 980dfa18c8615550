using System.Runtime.InteropServices;
using System.Text.Json;
using Spectre.Console;

namespace Tracking.Benchmarks.Running;

/// <summary>A figure of one round.</summary>
internal readonly record struct Figure(string Scenario, string Subject, string Metric, string Unit, double Value);

/// <summary>What was measured: medians with their range, and the product as a multiple of each baseline.</summary>
internal sealed class Results
{
    private readonly List<Figure> figures = [];
    private readonly List<string> failures = [];

    /// <summary>What was not as it must be.</summary>
    public IReadOnlyList<string> Failures => failures;

    public void Add(Figure figure) => figures.Add(figure);

    public void Fail(string what) => failures.Add(what);

    /// <summary>One row for each metric of each subject.</summary>
    public Table Table()
    {
        var table = new Table().AddColumns("scenario", "subject", "metric", "median", "range", "unit", "product is");
        foreach (var row in Rows())
        {
            var product = row.Subject == Scenario.TheProduct
                ? null
                : Rows().FirstOrDefault(r => r.Subject == Scenario.TheProduct && r.Scenario == row.Scenario && r.Metric == row.Metric);
            var ratio = product is null || row.Median == 0 ? "" : $"{product.Median / row.Median:0.00} x";
            table.AddRow(row.Scenario, row.Subject, row.Metric, Shown(row.Median), $"{Shown(row.Least)} – {Shown(row.Most)}", row.Unit, ratio);
        }

        return table;
    }

    /// <summary>The same as JSON, one row a line.</summary>
    public string Json()
    {
        var machine = Compact(new { cores = Environment.ProcessorCount, os = RuntimeInformation.OSDescription, runtime = RuntimeInformation.FrameworkDescription, memoryGiB = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30 });
        var rows = Rows().Select(r => Compact(new { scenario = r.Scenario, subject = r.Subject, metric = r.Metric, value = Rounded(r.Median), unit = r.Unit, least = Rounded(r.Least), most = Rounded(r.Most) }));
        return $$"""{"machine":{{machine}},"results":[{{"\n"}}{{string.Join(",\n", rows)}}{{"\n"}}]}""";
    }

    private static string Compact<T>(T value) => JsonSerializer.Serialize(value, JsonSerializerOptions.Web);

    private IEnumerable<Row> Rows() => figures.GroupBy(f => (f.Scenario, f.Subject, f.Metric, f.Unit)).Select(group =>
    {
        var all = group.Select(f => f.Value).Order().ToList();
        var (scenario, subject, metric, unit) = group.Key;
        return new Row(scenario, subject, metric, unit, Medians.Of(all), all[0], all[^1]);
    });

    // Whole numbers above a hundred; below, as many places as a reading has meaning.
    private static double Rounded(double value) => Math.Round(value, Math.Abs(value) switch { >= 100 => 0, >= 1 => 2, _ => 4 });

    private static string Shown(double value) => Rounded(value).ToString("#,0.####");

    private sealed record Row(string Scenario, string Subject, string Metric, string Unit, double Median, double Least, double Most);
}
