using System.Collections.Frozen;

namespace Tracking.Silo.Partners;

/// <summary>The carriers, authorities or marketplaces that a key speaks for: some, or all.</summary>
internal sealed class SpokenFor
{
    private readonly FrozenSet<string>? _codes;

    public SpokenFor(IEnumerable<string> codes) => _codes = codes.ToFrozenSet(StringComparer.Ordinal);

    private SpokenFor()
    {
    }

    public static SpokenFor Everybody { get; } = new();

    public bool IsNobody => _codes is { Count: 0 };

    /// <summary>The code, where it is one only.</summary>
    public string? Only => _codes is { Count: 1 } ? _codes.Items[0] : null;

    public bool Contains(string code) => _codes is null || _codes.Contains(code);

    public override string ToString() => _codes switch
    {
        null => "all",
        { Count: 0 } => "none",
        _ => string.Join(", ", _codes.Order(StringComparer.Ordinal)),
    };
}
