namespace Tracking.Contracts.Statuses;

/// <summary>Which procedure a customs decision belongs to. A release in one opens nothing in another.</summary>
public enum CustomsProcedure : byte
{
    /// <summary>Import.</summary>
    Import = 0,
    /// <summary>Export.</summary>
    Export = 1,
    /// <summary>Transit.</summary>
    Transit = 2,
}
