using NodaTime;

namespace Tracking.Domain.Clocks;

/// <summary>What a deadline counts from.</summary>
/// <param name="Fact">The fact's name; for a lapse, or for a clock that counts back, the id of the other clock.</param>
/// <param name="At">When it happened; for a lapse, the end of the other clock.</param>
/// <param name="Day">What day that was at the port.</param>
public sealed record DeadlineAnchor(string Fact, Instant At, LocalDate Day)
{
    /// <summary>Whether it is the running out of another clock, and no fact.</summary>
    public bool IsLapse { get; init; }
    /// <summary>Who said so; null for a lapse.</summary>
    public Speaker? SaidBy { get; init; }
    /// <summary>What proves it.</summary>
    public string? Evidence { get; init; }
}
