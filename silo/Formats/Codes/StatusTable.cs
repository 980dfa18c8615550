using System.Collections.Frozen;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;

namespace Tracking.Formats.Codes;

/// <summary>What a carrier's code says.</summary>
/// <param name="Status">The canonical status; no news where the code moves nothing.</param>
/// <param name="Customs">What it says of customs.</param>
/// <param name="Seen">Whether the meaning was seen in a source; else it is from memory.</param>
/// <param name="Meaning">The meaning in words.</param>
public sealed record StatusMeaning(TransportStatus Status, CustomsReport Customs, bool Seen, string Meaning);

/// <summary>The status codes of one system. The same letters mean other things elsewhere: a table belongs to one element of one standard.</summary>
public sealed class StatusTable
{
    private readonly FrozenDictionary<string, StatusMeaning> _codes;

    private StatusTable(string system, IEnumerable<KeyValuePair<string, StatusMeaning>> codes)
    {
        System = system;
        _codes = codes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Whose codes: standard and element, for example <c>x12 1650</c>.</summary>
    public string System { get; }

    /// <summary>The codes.</summary>
    public IReadOnlyDictionary<string, StatusMeaning> Codes => _codes;

    /// <summary>The meaning of a code; null where the table has it not.</summary>
    /// <param name="code">The code.</param>
    public StatusMeaning? Find(string code) => _codes.GetValueOrDefault(code);

    internal static StatusTable Load(string system, string file) => new(system, CodeLines.Of(file).Select(l => KeyValuePair.Create(l.Code, Read(file, l.Does, l.Seen, l.Meaning))));

    private static StatusMeaning Read(string file, string does, bool seen, string meaning)
    {
        var words = does.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        var customs = CustomsReport.None;
        return words.Length is 1 or 2
            && EnumTexts.TryParse<TransportStatus>(words[0], out var status)
            && (words.Length == 1 || EnumTexts.TryParse(words[1], out customs))
            ? new StatusMeaning(status, customs, seen, meaning)
            : throw new InvalidOperationException($"{file}: '{does}' is not a status and what it says of customs.");
    }
}
