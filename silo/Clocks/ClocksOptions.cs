using System.ComponentModel.DataAnnotations;

namespace Tracking.Silo.Clocks;

/// <summary>What law the legal deadlines are counted by: section <c>Clocks</c> of the configuration. The same for all silos and for a recount.</summary>
public sealed class ClocksOptions
{
    /// <summary>The section's name.</summary>
    public const string Section = "Clocks";

    /// <summary>A folder with rule sets, calendars and ports of one's own; null: only what is shipped.</summary>
    public string? Folder { get; set; }

    /// <summary>Whether the folder's files replace all that is shipped; if not they come beside it, and one with the path of a shipped file in place of that.</summary>
    public bool Replace { get; set; }

    /// <summary>Business days before a last day at which it is warned of, unless the clock says otherwise: 0 to 100.</summary>
    [Range(0, 100)]
    public int WarnDays { get; set; } = 2;

    /// <summary>Days on which a calendar is closed besides, each as calendar, date and name: <c>us-federal 2026-12-24 executive order</c>.</summary>
    public IList<string> Closed { get; } = [];

    /// <summary>Holidays of a calendar on which it is open all the same, each as calendar and date: <c>eu-de 2026-10-31</c>.</summary>
    public IList<string> Opened { get; } = [];
}
