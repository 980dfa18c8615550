using NodaTime;

namespace Tracking.Domain.Clocks;

/// <summary>One version of a jurisdiction's clocks. A hold keeps the rule set of its day, whatever comes later.</summary>
public sealed record RuleSet
{
    /// <summary>Name with version, for example <c>us-2</c>.</summary>
    public required string Name { get; init; }
    /// <summary>The jurisdiction: an ISO 3166-1 alpha-2 country, or <c>EU</c>.</summary>
    public required string Jurisdiction { get; init; }
    /// <summary>What it is.</summary>
    public required string Title { get; init; }
    /// <summary>The first day on which it is the law; null: since ever.</summary>
    public LocalDate? From { get; init; }
    /// <summary>The last such day; null: until further notice.</summary>
    public LocalDate? Until { get; init; }
    /// <summary>The legal bases.</summary>
    public required ImmutableArray<LegalBasis> Bases { get; init; }
    /// <summary>The facts that its clocks know.</summary>
    public required ImmutableArray<FactTerm> Facts { get; init; }
    /// <summary>The clocks, in the order in which they are shown.</summary>
    public required ImmutableArray<ClockRule> Clocks { get; init; }

    /// <summary>Every condition that changes the length of a clock or forbids to extend it.</summary>
    public IEnumerable<string> Conditions => Clocks
        .SelectMany(c => c.Variants.Select(v => v.Condition).Concat(c.Extension?.NotFor ?? []))
        .Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal);

    /// <summary>Whether it is the law on a day.</summary>
    /// <param name="day">The day, as the port's time zone has it.</param>
    public bool IsValidOn(LocalDate day) => (From is not { } from || from <= day) && (Until is not { } until || day <= until);

    /// <summary>The basis that a text names.</summary>
    /// <param name="text">The text, for example <c>133.21</c>.</param>
    /// <returns>Null if it names none.</returns>
    public LegalBasis? BasisOf(string text) => Bases.FirstOrDefault(b => b.IsNamed(text));

    /// <summary>What a fact's name means here; null if it is not known.</summary>
    /// <param name="name">The name.</param>
    public FactTerm? Term(string name) => Facts.FirstOrDefault(f => f.Name == name);

    /// <summary>The clock with an id; null if there is none.</summary>
    /// <param name="id">The id.</param>
    public ClockRule? Clock(string id) => Clocks.FirstOrDefault(c => c.Id == id);
}
