namespace Tracking.Contracts.Facts;

/// <summary>Where a fact came from: the message as it was received, and the place in it. The message itself lies beside the stream.</summary>
/// <param name="Sha256">SHA-256 of the whole message as received, unpacked, 64 lower-case hexadecimal digits.</param>
/// <param name="Where">Line, segment or JSON path in it, at most 64 characters: <c>line 4</c>, <c>segment 12 AT7</c>, <c>/events/3</c>.</param>
[GenerateSerializer, Immutable, Alias("tracking.evidence.v1")]
public sealed record Evidence([property: Id(0)] string Sha256, [property: Id(1)] string Where);
