using Tracking.Contracts.Statuses;

namespace Tracking.Contracts.Shipments;

/// <summary>The customs status in one procedure of one territory.</summary>
/// <param name="Territory">ISO 3166-1 alpha-2, or <c>EU</c>.</param>
/// <param name="Procedure">Procedure.</param>
/// <param name="Status">Status.</param>
/// <param name="Since">When it was reached.</param>
/// <param name="PiecesReleased">How many pieces are released; null: all, or none, as the status says.</param>
[GenerateSerializer, Immutable, Alias("tracking.customs-view.v1")]
public sealed record CustomsView(
    [property: Id(0)] string Territory,
    [property: Id(1)] CustomsProcedure Procedure,
    [property: Id(2)] CustomsStatus Status,
    [property: Id(3)] DateTimeOffset Since,
    [property: Id(4)] int? PiecesReleased);
