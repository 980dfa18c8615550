namespace Tracking.Contracts.Live;

/// <summary>A notable change: a hold, decision, exception or violation. Pushed whole, in the journal's order, none left out.</summary>
/// <param name="Position">The change's place in the feed; opaque.</param>
/// <param name="Type">The event's name, for example <c>decision-reported</c>.</param>
/// <param name="Headline">What happened, as a key that the page turns into a sentence, for example <c>hold-placed</c>.</param>
/// <param name="At">When it happened.</param>
/// <param name="Row">The shipment after it.</param>
/// <param name="Holds">The shipment's open holds after it.</param>
[GenerateSerializer, Immutable, Alias("tracking.live-change.v1")]
public sealed record LiveChange(
    [property: Id(0)] string Position,
    [property: Id(1)] string Type,
    [property: Id(2)] string Headline,
    [property: Id(3)] DateTimeOffset At,
    [property: Id(4)] ShipmentRow Row,
    [property: Id(5)] ImmutableArray<HoldRow> Holds);
