namespace Tracking.Silo.Webhooks;

/// <summary>Who sends webhooks and how they are signed: section <c>Webhooks</c> of the configuration, by the source's name.</summary>
internal sealed class WebhooksOptions
{
    public const string Section = "Webhooks";

    /// <summary>The sources; one that is not here is told apart by its API key like every caller.</summary>
    public IReadOnlyDictionary<string, WebhookSource> Sources { get; private set; } = new Dictionary<string, WebhookSource>();

    /// <summary>What could not be understood.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Takes the section over.</summary>
    public void Read(IConfigurationSection section)
    {
        var faults = new List<string>();
        Sources = section.GetChildren().ToDictionary(c => c.Key.ToLowerInvariant(), c => WebhookSource.Read(c, faults));
        Faults = faults;
    }
}
