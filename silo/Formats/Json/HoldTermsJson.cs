using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;

namespace Tracking.Formats.Json;

/// <summary>Reads the terms of a hold, exam or request.</summary>
internal static class HoldTermsJson
{
    private static readonly NameTable Names = new("kind", "legalBasis", "reason", "reference", "code", "port", "reasonRestricted", "untilRelease");

    /// <summary>The terms that the walk stands at; null where it is no object.</summary>
    public static HoldTerms? Read(ref JsonItem item)
    {
        if (!item.BeginNested())
        {
            return null;
        }

        var terms = new HoldTerms();
        ulong seen = 0;
        while (item.NextField(Names, ref seen, out var field))
        {
            terms = field switch
            {
                0 => terms with { Kind = item.OneOf<HoldKind>() },
                1 => terms with { LegalBasis = item.Text(Limits.Label, recurs: true) },
                2 => terms with { Reason = item.Text(Limits.Prose) },
                3 => terms with { Reference = item.Text(Limits.Id) },
                4 => terms with { Code = item.Text(Limits.Code, recurs: true) },
                5 => terms with { Port = item.Text(Limits.Port, recurs: true) },
                6 => terms with { ReasonRestricted = item.Truth() },
                _ => terms with { UntilRelease = item.Truth() },
            };
        }

        item.EndNested();
        return terms;
    }
}
