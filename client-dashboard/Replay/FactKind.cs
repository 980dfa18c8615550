using Tracking.Contracts.Facts;

namespace Tracking.Dashboard.Replay;

/// <summary>The kinds of facts, each with an endpoint of its own.</summary>
internal enum FactKind : byte
{
    Scan = 0,
    Manifest = 1,
    Dispatch = 2,
    Decision = 3,
}

internal static class FactKinds
{
    public static string Path(this FactKind kind) => kind switch
    {
        FactKind.Scan => "v1/scans",
        FactKind.Manifest => "v1/manifests",
        FactKind.Dispatch => "v1/dispatches",
        _ => "v1/decisions",
    };

    public static FactKind Of(Fact fact) => fact switch
    {
        Scan => FactKind.Scan,
        Manifest => FactKind.Manifest,
        Dispatch => FactKind.Dispatch,
        _ => FactKind.Decision,
    };

    /// <summary>Reads a <c>type</c> field or a file's name: scan, scans, scans-2026-03.ndjson.</summary>
    public static FactKind? Named(string text) => text switch
    {
        _ when text.StartsWith("scan", StringComparison.OrdinalIgnoreCase) => FactKind.Scan,
        _ when text.StartsWith("manifest", StringComparison.OrdinalIgnoreCase) => FactKind.Manifest,
        _ when text.StartsWith("dispatch", StringComparison.OrdinalIgnoreCase) => FactKind.Dispatch,
        _ when text.StartsWith("decision", StringComparison.OrdinalIgnoreCase) => FactKind.Decision,
        _ => null,
    };
}
