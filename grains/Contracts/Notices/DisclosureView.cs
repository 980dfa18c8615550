namespace Tracking.Contracts.Notices;

/// <summary>What an authority disclosed about a hold, for good.</summary>
/// <param name="Kind">The notice, in kebab case.</param>
/// <param name="To">To whom: importer, right-holder, carrier.</param>
/// <param name="Recipient">The right holder's organisation; null for importer and carrier, whom the shipment names.</param>
/// <param name="Stage">The stage that decided what may be said, in kebab case.</param>
/// <param name="Fields">What was said, in kebab case.</param>
/// <param name="Reference">The authority's reference.</param>
/// <param name="By">By whom, as name of organisation.</param>
/// <param name="At">When.</param>
[GenerateSerializer, Immutable, Alias("tracking.disclosure-view.v1")]
public sealed record DisclosureView(
    [property: Id(0)] string Kind,
    [property: Id(1)] string To,
    [property: Id(2)] string? Recipient,
    [property: Id(3)] string Stage,
    [property: Id(4)] ImmutableArray<string> Fields,
    [property: Id(5)] string Reference,
    [property: Id(6)] string By,
    [property: Id(7)] DateTimeOffset At);
