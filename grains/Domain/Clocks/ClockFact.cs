using NodaTime;

namespace Tracking.Domain.Clocks;

/// <summary>Something that happened to a detention, as the clocks see it: an anchor that starts one, or what meets, stops or extends one.</summary>
/// <param name="Name">Its name in the rule set, for example <c>presented</c>.</param>
/// <param name="At">When it happened.</param>
/// <param name="SaidBy">Who said so.</param>
/// <remarks>A fact that was corrected or withdrawn is replaced before it comes here. Of several with one name the earliest counts.</remarks>
public sealed record ClockFact(string Name, Instant At, Speaker SaidBy = Speaker.Authority)
{
    /// <summary>The name of the fact that says goods can be seen and examined: the authority's word in every rule set.</summary>
    public const string Presented = "presented";

    /// <summary>The confirmation of what a clock proposes; its name is the clock's id.</summary>
    /// <param name="rule">The clock.</param>
    /// <param name="at">When it was confirmed.</param>
    public static ClockFact Confirmation(ClockRule rule, Instant at)
    {
        ArgumentNullException.ThrowIfNull(rule);
        return new ClockFact(rule.Id, at);
    }

    /// <summary>What proves it: the id of the decision, a reference, a file's hash. Null where nothing was given.</summary>
    public string? Evidence { get; init; }

    /// <summary>For an extension: by how much, in the units of the clock; null: by what the clock allows.</summary>
    public int? Length { get; init; }
}
