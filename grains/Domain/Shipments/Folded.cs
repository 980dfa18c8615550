namespace Tracking.Domain.Shipments;

/// <summary>What facts fold into.</summary>
/// <param name="Picture">The picture.</param>
/// <param name="Trail">From where the next scan can go on; null where everything must be folded anew.</param>
internal readonly record struct Folded(ShipmentPicture Picture, Trail? Trail);
