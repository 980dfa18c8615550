using Tracking.Contracts.Clearance;

namespace Tracking.Domain.Clearance;

/// <summary>One cell of the clearance table.</summary>
/// <param name="Otherwise">The answer.</param>
/// <param name="Unless">What turns it into go.</param>
public readonly record struct ClearanceCell(ClearanceVerdict Otherwise, ClearanceOpener Unless = ClearanceOpener.Nothing);
