namespace Tracking.Journal;

/// <summary>What became of an append.</summary>
public enum AppendResult : byte
{
    /// <summary>It is durable.</summary>
    Committed = 0,

    /// <summary>The stream has moved on, or its number has another stream: load again and decide again.</summary>
    Conflict = 1,
}
