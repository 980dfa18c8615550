namespace Tracking.Contracts.Cases;

/// <summary>A file on which a decision about a case rests.</summary>
/// <param name="Name">Its name, 1 to 256 characters.</param>
/// <param name="MediaType">Its media type, for example <c>image/jpeg</c>.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Sha256">SHA-256 of its content, 64 hexadecimal digits in lower case.</param>
[GenerateSerializer, Immutable, Alias("tracking.case-file.v1")]
public sealed record CaseFile(
    [property: Id(0)] string Name,
    [property: Id(1)] string MediaType,
    [property: Id(2)] long Bytes,
    [property: Id(3)] string Sha256);
