namespace Tracking.Contracts.Facts;

/// <summary>What became of a fact that was handed in.</summary>
public enum FactResult : byte
{
    /// <summary>It is durable.</summary>
    Accepted = 0,
    /// <summary>It was known already, with the same content.</summary>
    Duplicate = 1,
    /// <summary>It was refused; see the refusal.</summary>
    Rejected = 2,
}
