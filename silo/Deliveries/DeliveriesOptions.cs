using System.ComponentModel.DataAnnotations;
using System.Net;

namespace Tracking.Silo.Deliveries;

/// <summary>How partners are told of changes: section <c>Deliveries</c>.</summary>
internal sealed class DeliveriesOptions : IValidatableObject
{
    public const string Section = "Deliveries";

    /// <summary>Messages on their way to one endpoint at the same time.</summary>
    [Range(1, 64, ErrorMessage = "Deliveries:AtOnce must lie between 1 and 64.")]
    public int AtOnce { get; set; } = 8;

    /// <summary>How long an endpoint may take to answer.</summary>
    [Range(1, 120, ErrorMessage = "Deliveries:TimeoutSeconds must lie between 1 and 120.")]
    public int TimeoutSeconds { get; set; } = 15;

    /// <summary>How long after its first attempt a message is given up, with all that waits of its shipment.</summary>
    [Range(1, 720, ErrorMessage = "Deliveries:GiveUpHours must lie between 1 and 720.")]
    public int GiveUpHours { get; set; } = 24;

    /// <summary>How long messages that are delivered or dead are kept.</summary>
    [Range(1, 365, ErrorMessage = "Deliveries:KeepDays must lie between 1 and 365.")]
    public int KeepDays { get; set; } = 30;

    /// <summary>How many messages of an endpoint may wait before it goes no further along the feed.</summary>
    [Range(100, 1_000_000, ErrorMessage = "Deliveries:MostWaiting must lie between 100 and 1000000.")]
    public int MostWaiting { get; set; } = 10_000;

    /// <summary>Networks outside the public internet that endpoints may lie in, as address/length.</summary>
    public List<string> PermittedNetworks { get; set; } = [];

    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext) =>
        from network in PermittedNetworks
        where !IPNetwork.TryParse(network, out _)
        select new ValidationResult($"{Section}:{nameof(PermittedNetworks)} has '{network}'. Permitted are networks such as 10.20.0.0/16.");
}
