using System.ComponentModel.DataAnnotations;

namespace Tracking.Silo.Hosting;

/// <summary>How silos find each other: section <c>Cluster</c>.</summary>
public sealed class ClusterSettings
{
    /// <summary>The section's name.</summary>
    public const string Section = "Cluster";

    /// <summary>The value of <see cref="Kind"/> for one silo alone.</summary>
    public const string Embedded = "embedded";

    /// <summary>The value of <see cref="Kind"/> for silos that meet in PostgreSQL.</summary>
    public const string Postgres = "postgres";

    /// <summary>The service's id: part of every key in Orleans' storage, the same for ever.</summary>
    public const string ServiceId = "tracking";

    /// <summary>One silo alone in its process, or silos that meet in the journal's PostgreSQL.</summary>
    [RegularExpression("embedded|postgres", ErrorMessage = "Cluster:Kind must be 'embedded' or 'postgres'.")]
    public string Kind { get; set; } = Embedded;

    /// <summary>The cluster's id: one per deployment.</summary>
    [Required(ErrorMessage = "Cluster:Id is empty; give the deployment a name.")]
    public string Id { get; set; } = "tracking";

    /// <summary>Port on which silos talk to each other; 0: a free one.</summary>
    [Range(0, 65535, ErrorMessage = "Cluster:SiloPort must lie between 0 and 65535.")]
    public int SiloPort { get; set; } = 11111;

    /// <summary>Port on which clients, such as the dashboard, talk to silos; 0: a free one.</summary>
    [Range(0, 65535, ErrorMessage = "Cluster:GatewayPort must lie between 0 and 65535.")]
    public int GatewayPort { get; set; } = 30000;

    /// <summary>The address that others reach this silo at; empty: the host's own.</summary>
    public string? AdvertisedAddress { get; set; }
}
