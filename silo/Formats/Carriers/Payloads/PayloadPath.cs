namespace Tracking.Formats.Carriers.Payloads;

/// <summary>A path in a message: names with slashes between them.</summary>
internal readonly struct PayloadPath
{
    public const string AnyDepth = "**";

    private readonly string[]? _steps;

    private PayloadPath(string[] steps) => _steps = steps;

    public string[] Steps => _steps ?? [];

    public static implicit operator PayloadPath(string path) => new(path == "." ? [] : path.Split('/'));
}
