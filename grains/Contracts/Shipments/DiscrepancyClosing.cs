using Tracking.Contracts.Access;
using Tracking.Contracts.Identifiers;

namespace Tracking.Contracts.Shipments;

/// <summary>A person has looked at a discrepancy and says that nothing more is to be done about it.</summary>
/// <param name="Kind">What did not fit.</param>
/// <param name="Fact">The id of the fact that shows it, as the shipment's view names it.</param>
/// <param name="Reason">Why it is closed.</param>
/// <param name="By">Who closes it.</param>
/// <param name="At">When, as stamped at the edge.</param>
[GenerateSerializer, Immutable, Alias("tracking.discrepancy-closing.v1")]
public sealed record DiscrepancyClosing(
    [property: Id(0)] DiscrepancyKind Kind,
    [property: Id(1)] string Fact,
    [property: Id(2)] string Reason,
    [property: Id(3)] Actor By,
    [property: Id(4)] ReportedTime At);
