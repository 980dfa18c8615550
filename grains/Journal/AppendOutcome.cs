namespace Tracking.Journal;

/// <summary>What became of one append of several.</summary>
/// <param name="Result">Committed or lost; without meaning where there is an error.</param>
/// <param name="Error">Why it is not settled: refused, or the store could not be reached and the outcome is not known. Null where it is settled.</param>
public readonly record struct AppendOutcome(AppendResult Result, Exception? Error)
{
    /// <summary>Whether it is durable.</summary>
    public bool IsCommitted => Error is null && Result == AppendResult.Committed;
}
