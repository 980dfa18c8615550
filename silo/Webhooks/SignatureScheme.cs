namespace Tracking.Silo.Webhooks;

/// <summary>How a sender of webhooks proves that a message is his.</summary>
internal enum SignatureScheme
{
    /// <summary>HMAC-SHA256 of the body, hexadecimal, perhaps with a name and an equals sign before it.</summary>
    HmacHex,

    /// <summary>HMAC-SHA256 of the body, base 64.</summary>
    HmacBase64,

    /// <summary>HMAC-SHA256 of time, dot and body: <c>t=seconds,v1=hexadecimal</c>; refused when the time is too far from now.</summary>
    Timestamped,

    /// <summary>The secret itself, perhaps as bearer.</summary>
    SharedSecret,
}
