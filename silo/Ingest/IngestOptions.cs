using System.ComponentModel.DataAnnotations;

namespace Tracking.Silo.Ingest;

/// <summary>Bounds of what a silo takes in at once: section <c>Ingest</c> of the configuration.</summary>
internal sealed class IngestOptions
{
    public const string Section = "Ingest";

    /// <summary>Facts of all requests that are on their way into the journal at the same time.</summary>
    [Range(10_000, 10_000_000)]
    public int FactsInFlight { get; set; } = 50_000;

    /// <summary>Bodies that are read at the same time; each keeps at most a few megabytes.</summary>
    [Range(1, 100_000)]
    public int Bodies { get; set; } = 512;

    /// <summary>Lines of NDJSON that go into the journal together.</summary>
    [Range(1, 10_000)]
    public int LinesTogether { get; set; } = 2_000;

    /// <summary>How long a body of lines waits for room, in seconds, before it is answered 429.</summary>
    [Range(0, 300)]
    public int PatienceSeconds { get; set; } = 10;

    /// <summary>What a caller is told to wait after 429, in seconds.</summary>
    [Range(1, 3_600)]
    public int RetryAfterSeconds { get; set; } = 1;

    /// <summary>How often a shipment that could not be reached is tried again within one request.</summary>
    [Range(0, 10)]
    public int Retries { get; set; } = 3;

    /// <summary>How long the first retry waits, in milliseconds; each further one twice as long.</summary>
    [Range(1, 10_000)]
    public int RetryMilliseconds { get; set; } = 100;
}
