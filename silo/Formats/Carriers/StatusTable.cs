using System.Collections.Frozen;

namespace Tracking.Formats.Carriers;

/// <summary>A carrier's codes and what they mean. A code that it has not is unmapped, never guessed.</summary>
internal sealed class StatusTable
{
    private readonly FrozenDictionary<string, CarrierStatus> _codes;
    private readonly (string Beginning, CarrierStatus Status)[] _beginnings;

    private StatusTable(FrozenDictionary<string, CarrierStatus> codes, (string, CarrierStatus)[] beginnings)
    {
        _codes = codes;
        _beginnings = beginnings;
    }

    /// <summary>Whether it knows sentences and no codes.</summary>
    public bool IsOfSentences => _beginnings.Length > 0;

    /// <summary>Codes, several with blanks between them; upper and lower case are the same.</summary>
    public static StatusTable Of(params ReadOnlySpan<(CarrierStatus Status, string Codes)> rows)
    {
        var codes = new Dictionary<string, CarrierStatus>(StringComparer.OrdinalIgnoreCase);
        foreach (var (status, several) in rows)
        {
            foreach (var code in several.Split(' '))
            {
                codes.Add(code, status);
            }
        }

        return new StatusTable(codes.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase), []);
    }

    /// <summary>Sentences of a carrier that sends no codes, known by how they begin; a place's name often ends them.</summary>
    public static StatusTable OfSentences(params (CarrierStatus Status, string Beginning)[] rows) =>
        new(FrozenDictionary<string, CarrierStatus>.Empty, [.. rows.Select(r => (r.Beginning, r.Status))]);

    public bool TryGet(string code, out CarrierStatus status)
    {
        if (_codes.TryGetValue(code, out status))
        {
            return true;
        }

        foreach (var (beginning, known) in _beginnings)
        {
            if (code.StartsWith(beginning, StringComparison.OrdinalIgnoreCase))
            {
                status = known;
                return true;
            }
        }

        return false;
    }
}
