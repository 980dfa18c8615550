namespace Tracking.Domain.Cases;

/// <summary>A file on which a decision rests.</summary>
/// <param name="Name">Its name.</param>
/// <param name="MediaType">Its media type, for example <c>image/jpeg</c>.</param>
/// <param name="Bytes">Its size in bytes.</param>
/// <param name="Sha256">SHA-256 of its content, 64 hexadecimal digits in lower case.</param>
public sealed record Evidence(string Name, string MediaType, long Bytes, string Sha256);
