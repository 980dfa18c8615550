using System.Collections.Immutable;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Formats.Json;

/// <summary>Reads what a decision says has happened for the clocks of its hold.</summary>
internal static class AnchorsJson
{
    private static readonly NameTable Names = new("fact", "at", "evidence", "length");

    /// <summary>The anchors of the array that the walk stands at.</summary>
    public static ImmutableArray<Anchor> ReadAll(ref JsonItem item)
    {
        if (!item.BeginArray())
        {
            return [];
        }

        var anchors = ImmutableArray.CreateBuilder<Anchor>();
        while (item.NextElement(Limits.Anchors))
        {
            if (item.BeginNested())
            {
                if (Read(ref item) is { } anchor)
                {
                    anchors.Add(anchor);
                }

                item.EndNested();
            }
        }

        return anchors.DrainToImmutable();
    }

    private static Anchor? Read(ref JsonItem item)
    {
        string? fact = null, evidence = null;
        ReportedTime? at = null;
        int? length = null;
        ulong seen = 0;
        while (item.NextField(Names, ref seen, out var field))
        {
            switch (field)
            {
                case 0:
                    fact = item.Code()?.Text;
                    break;
                case 1:
                    at = item.Time();
                    break;
                case 2:
                    evidence = item.Text(Limits.Id);
                    break;
                default:
                    length = (int?)item.Whole(1, Limits.ClockLength);
                    break;
            }
        }

        if (fact is null)
        {
            CommonFields.Require(ref item, seen, 0, "fact", "Name what happened as the rule set of the hold calls it, for example presented, decision or notice.");
        }

        if (at is null)
        {
            CommonFields.Require(ref item, seen, 1, "at", $"Say when it happened, for example {IsoTime.Example}.");
        }

        return fact is null || at is not { } time ? null : new Anchor(fact, time, evidence, length);
    }
}
