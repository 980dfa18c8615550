namespace Tracking.Domain.Cases;

/// <summary>What has to come with an action.</summary>
[Flags]
public enum CaseNeeds : byte
{
    /// <summary>Nothing.</summary>
    None = 0,
    /// <summary>A reason in words.</summary>
    Reason = 1,
    /// <summary>The authority's reference, as for everything that counts as issued.</summary>
    Reference = 2,
    /// <summary>Evidence: at least one file.</summary>
    Evidence = 4,
}
