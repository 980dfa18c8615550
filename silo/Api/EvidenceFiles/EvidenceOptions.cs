using System.ComponentModel.DataAnnotations;

namespace Tracking.Silo.Api.EvidenceFiles;

/// <summary>Where the files are kept on which decisions rest: section <c>Evidence</c> of the configuration.</summary>
internal sealed class EvidenceOptions
{
    public const string Section = "Evidence";

    /// <summary>The folder; several silos behind one address share it. Nothing in it is ever deleted by the program.</summary>
    [Required]
    public string Folder { get; set; } = Path.Combine("data", "evidence");

    /// <summary>Megabytes of one file.</summary>
    [Range(1, 10_000)]
    public int MegabytesEach { get; set; } = 100;

    /// <summary>Files that are taken in at the same time.</summary>
    [Range(1, 1_000)]
    public int AtOnce { get; set; } = 16;
}
