using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments.Events;

/// <summary>A carrier filed advance data.</summary>
/// <param name="Manifest">The manifest; its parties carry references, their details lie beside the stream.</param>
public sealed record ManifestFiled(Manifest Manifest) : FactEvent(Manifest);
