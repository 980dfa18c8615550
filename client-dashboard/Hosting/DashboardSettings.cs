using System.ComponentModel.DataAnnotations;

namespace Tracking.Dashboard.Hosting;

/// <summary>Where the page listens: section <c>Dashboard</c>.</summary>
internal sealed class DashboardSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Dashboard";

    /// <summary>The address; loopback unless configured otherwise.</summary>
    [Required(ErrorMessage = "Dashboard:Url is empty; give an address such as http://localhost:8080.")]
    public string Url { get; set; } = "http://localhost:8080";
}
