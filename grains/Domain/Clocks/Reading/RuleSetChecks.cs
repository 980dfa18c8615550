namespace Tracking.Domain.Clocks.Reading;

/// <summary>What must fit together: within a rule set, and among all of them.</summary>
internal static class RuleSetChecks
{
    /// <summary>Joins each rule set with the one that it extends, and complains of what does not fit.</summary>
    public static ImmutableArray<RuleSet> Join(IReadOnlyList<RuleSetReader.Draft> drafts)
    {
        foreach (var same in drafts.GroupBy(d => d.Own.Name).Where(g => g.Count() > 1))
        {
            same.Last().Row.Complain("ruleSet", $"'{same.Key}' is the name of another file's rule set too; give each a name of its own.");
        }

        var joined = drafts.Select(d => (Draft: d, Set: Joined(d, drafts, []))).ToList();
        foreach (var (draft, set) in joined)
        {
            CheckWithin(draft, set);
        }

        foreach (var (draft, set) in joined)
        {
            if (joined.Find(o => o.Set.Name != set.Name && o.Set.Jurisdiction == set.Jurisdiction && Overlap(o.Set, set)) is { Set: { } other })
            {
                draft.Row.Complain("from", $"is the law on days on which {other.Name} is it too; let one end ('until') the day before the other begins ('from').");
            }
        }

        return [.. joined.Select(j => j.Set)];
    }

    private static RuleSet Joined(RuleSetReader.Draft draft, IReadOnlyList<RuleSetReader.Draft> drafts, ImmutableHashSet<string> above)
    {
        if (draft.Extends is not { } name)
        {
            return draft.Own;
        }

        if (drafts.FirstOrDefault(d => d.Own.Name == name) is not { } parent || above.Contains(name))
        {
            draft.Row.Complain("extends", $"names '{name}', which is no other rule set that it can extend; known are {string.Join(", ", drafts.Select(d => d.Own.Name))}.");
            return draft.Own;
        }

        var basis = Joined(parent, drafts, above.Add(draft.Own.Name));
        foreach (var id in draft.Without.Where(id => basis.Clock(id) is null))
        {
            draft.Row.Complain("without", $"names '{id}', which is no clock of {name}.");
        }

        return draft.Own with
        {
            Bases = Over(basis.Bases, draft.Own.Bases, b => b.Name),
            Facts = Over(basis.Facts, draft.Own.Facts, f => f.Name),
            Clocks = Over([.. basis.Clocks.Where(c => !draft.Without.Contains(c.Id))], draft.Own.Clocks, c => c.Id),
        };
    }

    // A row of the same name takes the other's place; others come behind.
    private static ImmutableArray<T> Over<T>(ImmutableArray<T> under, ImmutableArray<T> over, Func<T, string> name) =>
        [.. under.Select(u => over.FirstOrDefault(o => name(o) == name(u)) ?? u), .. over.Where(o => !under.Any(u => name(u) == name(o)))];

    private static void CheckWithin(RuleSetReader.Draft draft, RuleSet set)
    {
        var row = draft.Row;
        Twice(row, "clocks", draft.Own.Clocks.Select(c => c.Id));
        Twice(row, "facts", draft.Own.Facts.Select(f => f.Name));
        Twice(row, "bases", draft.Own.Bases.SelectMany(b => b.Also.Prepend(b.Name)));
        if (set.Clocks.IsEmpty)
        {
            row.Complain("clocks", "is empty; write at least one clock.");
        }

        foreach (var clock in set.Clocks)
        {
            var facts = set.Facts.Select(f => f.Name).ToList();
            Known(row, clock, "bases", clock.Bases, [.. set.Bases.Select(b => b.Name)]);
            Known(row, clock, "starts", clock.Starts, facts);
            Known(row, clock, "metBy", clock.MetBy, facts);
            Known(row, clock, "stoppedBy", clock.StoppedBy, facts);
            Known(row, clock, "onlyAfter", clock.OnlyAfter is { } after ? [after] : [], facts);
            Known(row, clock, "extension", clock.Extension is { } extension ? [extension.By] : [], facts);
            Known(row, clock, "startsAtLapseOf", clock.StartsAtLapseOf is { } lapse ? [lapse] : [], [.. set.Clocks.Select(c => c.Id)]);
            Known(row, clock, "endsBefore", clock.EndsBefore is { } end ? [end] : [], [.. set.Clocks.Select(c => c.Id)]);
            CheckCircle(row, clock, set);
        }
    }

    private static void CheckCircle(DataRow row, ClockRule clock, RuleSet set)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal) { clock.Id };
        var waiting = new Stack<ClockRule>([clock]);
        while (waiting.TryPop(out var one))
        {
            foreach (var other in new[] { one.StartsAtLapseOf, one.EndsBefore }.OfType<string>())
            {
                if (other == clock.Id)
                {
                    Complain(row, clock, one.EndsBefore == other ? "endsBefore" : "startsAtLapseOf", "makes it wait for itself; no clock may depend on its own end.");
                    return;
                }

                if (seen.Add(other) && set.Clock(other) is { } next)
                {
                    waiting.Push(next);
                }
            }
        }
    }

    private static void Known(DataRow row, ClockRule clock, string field, ImmutableArray<string> names, List<string> known)
    {
        foreach (var name in names.Where(n => !known.Contains(n)))
        {
            Complain(row, clock, field, $"names '{name}', which this rule set does not define; known are {string.Join(", ", known)}.");
        }
    }

    private static void Complain(DataRow row, ClockRule clock, string field, string message) =>
        new DataRow(row, $"clock '{clock.Id}'").Complain(field, message);

    private static void Twice(DataRow row, string field, IEnumerable<string> names)
    {
        foreach (var same in names.GroupBy(n => n, StringComparer.OrdinalIgnoreCase).Where(g => g.Count() > 1))
        {
            row.Complain(field, $"has '{same.Key}' twice; give each row a name of its own.");
        }
    }

    private static bool Overlap(RuleSet one, RuleSet other) =>
        !(one.Until is { } end && other.From is { } start && end < start) && !(other.Until is { } otherEnd && one.From is { } otherStart && otherEnd < otherStart);
}
