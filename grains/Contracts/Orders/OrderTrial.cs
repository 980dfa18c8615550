namespace Tracking.Contracts.Orders;

/// <summary>What an order would have matched, and what became of it.</summary>
/// <param name="Looked">Shipments that were looked at: those that an index gives for the order.</param>
/// <param name="Matched">Of them, those that it matches.</param>
/// <param name="Released">Of the matched, those that were released.</param>
/// <param name="Abandoned">Of the matched, those that were abandoned.</param>
/// <param name="Seized">Of the matched, those that were seized or forfeited.</param>
/// <param name="Complete">Whether all were looked at; if not, the oldest were.</param>
[GenerateSerializer, Immutable, Alias("tracking.order-trial.v1")]
public sealed record OrderTrial(
    [property: Id(0)] int Looked,
    [property: Id(1)] int Matched,
    [property: Id(2)] int Released,
    [property: Id(3)] int Abandoned,
    [property: Id(4)] int Seized,
    [property: Id(5)] bool Complete);
