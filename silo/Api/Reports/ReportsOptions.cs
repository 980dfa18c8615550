using System.ComponentModel.DataAnnotations;

namespace Tracking.Silo.Api.Reports;

/// <summary>Where reports on long bodies are kept, and for how long: section <c>Reports</c> of the configuration.</summary>
internal sealed class ReportsOptions
{
    public const string Section = "Reports";

    /// <summary>The folder; several silos behind one address share it.</summary>
    [Required]
    public string Folder { get; set; } = Path.Combine("data", "reports");

    /// <summary>Hours for which a report can be fetched.</summary>
    [Range(1, 24 * 30)]
    public int Hours { get; set; } = 24;

    /// <summary>Megabytes of one report; lines beyond are counted and not kept.</summary>
    [Range(1, 10_000)]
    public int MegabytesEach { get; set; } = 64;

    /// <summary>Megabytes of all reports; the oldest make room.</summary>
    [Range(1, 1_000_000)]
    public int MegabytesTogether { get; set; } = 1_024;
}
