using System.Runtime.InteropServices;
using System.Text.Json;
using Spectre.Console;

namespace Tracking.Benchmarks;

/// <summary>What was measured: medians with their range, and the product as a multiple of each baseline.</summary>
internal sealed class Results
{
    private static readonly JsonSerializerOptions Indented = new(JsonSerializerDefaults.Web) { WriteIndented = true };
    private readonly List<(string Scenario, string Subject, string Metric, string Unit, double Value)> values = [];

    public void Add(string scenario, string subject, string metric, string unit, double value) => values.Add((scenario, subject, metric, unit, value));

    public Table Table()
    {
        var table = new Table().AddColumns("scenario", "subject", "metric", "median", "range", "unit", "product is");
        foreach (var group in values.GroupBy(v => (v.Scenario, v.Subject, v.Metric, v.Unit)))
        {
            var all = group.Select(v => v.Value).Order().ToList();
            var product = values.Where(v => v.Scenario == group.Key.Scenario && v.Metric == group.Key.Metric && v.Subject == "product").Select(v => v.Value).Order().ToList();
            var ratio = group.Key.Subject == "product" ? "" : $"{Median(product) / Median(all):0.00} x";
            table.AddRow(group.Key.Scenario, group.Key.Subject, group.Key.Metric, $"{Median(all):n0}", $"{all[0]:n0} – {all[^1]:n0}", group.Key.Unit, ratio);
        }

        return table;
    }

    public string Json() => JsonSerializer.Serialize(
        new
        {
            machine = new { cores = Environment.ProcessorCount, os = RuntimeInformation.OSDescription, runtime = RuntimeInformation.FrameworkDescription, memoryGiB = GC.GetGCMemoryInfo().TotalAvailableMemoryBytes >> 30 },
            results = values.GroupBy(v => (v.Scenario, v.Subject, v.Metric, v.Unit)).Select(g =>
            {
                var all = g.Select(v => v.Value).Order().ToList();
                return new { scenario = g.Key.Scenario, subject = g.Key.Subject, metric = g.Key.Metric, value = Math.Round(Median(all)), unit = g.Key.Unit, least = Math.Round(all[0]), most = Math.Round(all[^1]) };
            }),
        },
        Indented);

    private static double Median(List<double> ordered) => ordered.Count == 0 ? double.NaN : ordered[ordered.Count / 2];
}
