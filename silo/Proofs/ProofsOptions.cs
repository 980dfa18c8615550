namespace Tracking.Silo.Proofs;

/// <summary>With what clearance answers are signed on request: section <c>Proofs</c>.</summary>
internal sealed class ProofsOptions
{
    public const string Section = "Proofs";

    /// <summary>Files with keys in PEM, on the curve P-256. The first signs and is private; all are published. None: nothing is signed.</summary>
    public List<string> Keys { get; set; } = [];

    /// <summary>Who answers, as the proofs say it: the public address of this API.</summary>
    public string Issuer { get; set; } = "tracking";
}
