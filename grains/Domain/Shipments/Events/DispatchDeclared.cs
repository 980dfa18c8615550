using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments.Events;

/// <summary>A marketplace said who sold the goods.</summary>
/// <param name="Dispatch">The dispatch.</param>
public sealed record DispatchDeclared(Dispatch Dispatch) : FactEvent(Dispatch);
