namespace Tracking.Silo.Partners;

/// <summary>Who may use the partner API: section <c>Partners</c> of the configuration.</summary>
internal sealed class PartnersOptions
{
    public const string Section = "Partners";

    /// <summary>The name of the organisation that everybody acts for where no key is required.</summary>
    public const string OpenOrganisation = "embedded";

    /// <summary>Whether everybody may speak for everybody without a key: the embedded mode, on a loopback address.</summary>
    public bool Open { get; set; }

    /// <summary>The keys.</summary>
    public IReadOnlyList<PartnerEntry> Entries { get; private set; } = [];

    /// <summary>What could not be understood.</summary>
    public IReadOnlyList<string> Faults { get; private set; } = [];

    /// <summary>Takes the section over: an array of partners, beside it the word <c>Open</c>.</summary>
    public void Read(IConfigurationSection section)
    {
        var faults = new List<string>();
        var entries = new List<PartnerEntry>();
        foreach (var child in section.GetChildren())
        {
            if (int.TryParse(child.Key, out _))
            {
                entries.Add(PartnerEntry.Read(child, faults));
            }
            else if (!child.Key.Equals(nameof(Open), StringComparison.OrdinalIgnoreCase))
            {
                faults.Add($"{child.Path} is not known. Known are {Section}:{nameof(Open)} and {Section}:0, {Section}:1 and so on.");
            }
            else if (bool.TryParse(child.Value, out var open))
            {
                Open = open;
            }
            else
            {
                faults.Add($"{child.Path} is '{child.Value}'. Permitted are true and false.");
            }
        }

        Entries = entries;
        Faults = faults;
    }
}
