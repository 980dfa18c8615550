namespace Tracking.Journal.Recount;

/// <summary>Something that the journal keeps otherwise than its streams say.</summary>
/// <param name="Kind">What disagrees: <c>versions</c>, <c>facts</c>, <c>events</c>, <c>heads</c>, <c>listing</c>, <c>stages</c>, <c>open_holds</c>, <c>tallies</c>, <c>feed</c> or <c>outbox</c>.</param>
/// <param name="Stream">The stream; null for what belongs to none.</param>
/// <param name="Subject">The shipment as carrier/number, the scope of a tally, or the id of a message; null where it is not known.</param>
/// <param name="Field">Which column or property.</param>
/// <param name="Expected">What the recount says.</param>
/// <param name="Found">What is kept.</param>
public sealed record Difference(string Kind, Guid? Stream, string? Subject, string Field, string Expected, string Found);
