namespace Tracking.Faults;

/// <summary>What the silo does wrong, on purpose: setting <c>Faults:Fault</c>.</summary>
public enum Fault
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>An append is acknowledged before it is committed.</summary>
    AcknowledgedBeforeCommit = 1,

    /// <summary>The version that an append expects is ignored.</summary>
    AppendedWithoutFence = 2,

    /// <summary>Now and then a tally is added twice.</summary>
    TallyAddedTwice = 3,

    /// <summary>Now and then an append is left out of its batch and acknowledged all the same.</summary>
    AppendDropped = 4,
}
