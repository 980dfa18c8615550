using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Facts;

/// <summary>What a decision says has happened for the clocks of its hold: presented, notice, mailing, publication …</summary>
/// <param name="Fact">Its name in the rule set of the hold, 1 to 32 characters of a-z, 0-9 and the hyphen, for example <c>presented</c>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Evidence">What proves it, for example the number of a notice; null: the decision itself.</param>
/// <param name="Length">For an extension: by how much, in the units of the clock, 1 to 1,000; null: by what the clock allows.</param>
[GenerateSerializer, Immutable, Alias("tracking.anchor.v1")]
public sealed record Anchor(
    [property: Id(0)] string Fact,
    [property: Id(1)] ReportedTime At,
    [property: Id(2)] string? Evidence = null,
    [property: Id(3)] int? Length = null);
