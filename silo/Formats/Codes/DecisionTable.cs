using System.Collections.Frozen;
using System.Collections.Immutable;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;

namespace Tracking.Formats.Codes;

/// <summary>One thing that an authority's code does.</summary>
/// <param name="Kind">The decision.</param>
/// <param name="Hold">The terms of what it places or removes; null where it does neither.</param>
/// <param name="Permits">For a permit: the purpose.</param>
public sealed record CodeEffect(DecisionKind Kind, HoldTerms? Hold, ClearancePurpose? Permits);

/// <summary>What an authority's code says.</summary>
/// <param name="Effects">What it does, in this order; a notice alone where it moves nothing.</param>
/// <param name="Seen">Whether the meaning was seen in a source; else it is from memory.</param>
/// <param name="Meaning">The meaning in words.</param>
public sealed record CodeMeaning(ImmutableArray<CodeEffect> Effects, bool Seen, string Meaning);

/// <summary>The codes of one of an authority's systems; the same letters mean other things in another.</summary>
public sealed class DecisionTable
{
    private readonly FrozenDictionary<string, CodeMeaning> _codes;

    private DecisionTable(string system, IEnumerable<KeyValuePair<string, CodeMeaning>> codes)
    {
        System = system;
        _codes = codes.ToFrozenDictionary(StringComparer.Ordinal);
    }

    /// <summary>Whose codes, for example <c>us-air csn</c>.</summary>
    public string System { get; }

    /// <summary>The codes.</summary>
    public IReadOnlyDictionary<string, CodeMeaning> Codes => _codes;

    /// <summary>The meaning of a code; null where the table has it not.</summary>
    /// <param name="code">The code.</param>
    public CodeMeaning? Find(string code) => _codes.GetValueOrDefault(code);

    internal static DecisionTable Load(string system, string file) =>
        new(system, CodeLines.Of(file).Select(l => KeyValuePair.Create(l.Code, new CodeMeaning([.. l.Does.Split(',', StringSplitOptions.TrimEntries).Select(e => Read(file, e))], l.Seen, l.Meaning))));

    private static CodeEffect Read(string file, string effect)
    {
        var words = effect.Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return words switch
        {
            ["hold", var kind, var pair, .. var rest] => new(DecisionKind.HoldPlaced, Terms(file, kind, pair, rest), null),
            ["exam", var kind, var pair, .. var rest] => new(DecisionKind.ExamOrdered, Terms(file, kind, pair, rest), null),
            ["request", var pair] => new(DecisionKind.RequestPlaced, new HoldTerms { Code = Pair(pair) }, null),
            ["remove", var pair] => new(DecisionKind.HoldRemoved, new HoldTerms { Code = Pair(pair) }, null),
            ["examined", var pair] => new(DecisionKind.ExamCompleted, new HoldTerms { Code = Pair(pair) }, null),
            ["answered", var pair] => new(DecisionKind.RequestAnswered, new HoldTerms { Code = Pair(pair) }, null),
            ["unrequest", var pair] => new(DecisionKind.RequestRemoved, new HoldTerms { Code = Pair(pair) }, null),
            ["permit", var purpose] when EnumTexts.TryParse<ClearancePurpose>(purpose, out var permits) => new(DecisionKind.PermitGiven, null, permits),
            [var kind] when EnumTexts.TryParse<DecisionKind>(kind, out var decision) => new(decision, null, null),
            _ => throw new InvalidOperationException($"{file}: '{effect}' is nothing that a code can do."),
        };
    }

    private static HoldTerms Terms(string file, string kind, string pair, string[] rest) => EnumTexts.TryParse<HoldKind>(kind, out var hold) && rest is [] or ["until-release"]
        ? new HoldTerms { Kind = hold, Code = Pair(pair), UntilRelease = rest.Length > 0 }
        : throw new InvalidOperationException($"{file}: '{kind} {pair} {string.Join(' ', rest)}' are no terms of a hold.");

    // A pair of another system than the manifest's has the system before it: acas:6H/6I.
    private static string Pair(string pair) => pair.Replace(':', ' ');
}
