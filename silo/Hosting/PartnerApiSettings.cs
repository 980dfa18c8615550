using System.ComponentModel.DataAnnotations;

namespace Tracking.Silo.Hosting;

/// <summary>Where the partner API listens: section <c>PartnerApi</c>.</summary>
public sealed class PartnerApiSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "PartnerApi";

    /// <summary>The address; loopback unless configured otherwise.</summary>
    [Required(ErrorMessage = "PartnerApi:Url is empty; give an address such as http://localhost:8081.")]
    public string Url { get; set; } = "http://localhost:8081";
}
