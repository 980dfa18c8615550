using Tracking.Contracts.Facts;

namespace Tracking.Simulator.Customs;

/// <summary>How a consignment leaves customs, if it does.</summary>
internal enum PassageKind
{
    /// <summary>It may go on.</summary>
    Free,

    /// <summary>It goes on although it is held.</summary>
    MovedThoughHeld,

    /// <summary>It goes back.</summary>
    SentBack,

    /// <summary>It is destroyed.</summary>
    Destroyed,

    /// <summary>It stays.</summary>
    Kept,
}

/// <summary>What customs did with a consignment.</summary>
/// <param name="Kind">How it leaves.</param>
/// <param name="At">When.</param>
/// <param name="Hold">The hold under which it moves.</param>
/// <param name="By">Who placed that hold.</param>
internal readonly record struct Passage(PassageKind Kind, TimeSpan At, HoldTerms? Hold = null, Authority? By = null);
