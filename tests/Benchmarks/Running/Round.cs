using Tracking.Benchmarks.Load;

namespace Tracking.Benchmarks.Running;

/// <summary>One turn of one subject, and what came of it.</summary>
internal sealed class Round(string scenario, string subject, int number, RunSettings settings, Results results)
{
    public string Subject => subject;

    public bool IsProduct => subject == Scenario.TheProduct;

    /// <summary>From 1.</summary>
    public int Number => number;

    /// <summary>How long a measured window lasts.</summary>
    public TimeSpan Length => settings.Length;

    /// <summary>Notes a figure that was measured.</summary>
    public void Add(string metric, double value, string unit) => results.Add(new(scenario, subject, metric, unit, value));

    /// <summary>Notes the median and the 99th percentile of a latency, in milliseconds.</summary>
    /// <param name="prefix">Put before the names, with its hyphen; empty for the scenario's own.</param>
    /// <param name="latency">The latencies.</param>
    public void AddPercentiles(string prefix, Latencies latency)
    {
        Add($"{prefix}p50", latency.Percentile(50), "ms");
        Add($"{prefix}p99", latency.Percentile(99), "ms");
    }

    /// <summary>Notes that something was not as it must be: the run fails.</summary>
    public void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            results.Fail($"{scenario}, {subject}, round {number}: {otherwise}");
        }
    }
}
