using Tracking.Domain.Cases;
using static Tracking.Domain.Cases.CaseStage;

namespace Tracking.Domain.Tests.Cases;

/// <summary>The table of transitions against the ways that a case may go, typed a second time.</summary>
public sealed class CaseTableTests
{
    // Left of the colon the stage, right of it those that may follow. What only a clock's effect may cause stands in brackets.
    internal static readonly Dictionary<CaseStage, (CaseStage[] Next, CaseStage[] Deemed)> Ways = new()
    {
        [Placed] = ([Removed, Claimed], [Detained, Abandoned]),
        [Claimed] = ([Removed, ExamOrdered, Detained], [Abandoned]),
        [ExamOrdered] = ([Examined], [Detained]),
        [Examined] = ([Sampled, ExamOrdered, Removed, Detained], []),
        [Sampled] = ([ExamOrdered, Removed, Detained], []),
        [Detained] = ([Released, Seized, Excluded, AbandonmentOffered, ExportAllowed], [Abandoned]),
        [AbandonmentOffered] = ([Abandoned, Detained], [Excluded, Released]),
        [Excluded] = ([ExportAllowed, Abandoned, Destroyed], []),
        [ExportAllowed] = ([Exported], []),
        [Abandoned] = ([Destroyed], []),
        [Seized] = ([Remitted, Forfeited, InCourt], []),
        [InCourt] = ([Remitted, Forfeited], []),
        [Forfeited] = ([Destroyed, Donated], []),
        [Removed] = ([], []),
        [Released] = ([], []),
        [Exported] = ([], []),
        [Remitted] = ([], []),
        [Destroyed] = ([], []),
        [Donated] = ([], []),
    };

    public static TheoryData<CaseStage> Stages() => [.. Enum.GetValues<CaseStage>()];

    [Theory]
    [MemberData(nameof(Stages))]
    public void A_stage_leads_where_the_ways_say_and_nowhere_else(CaseStage stage)
    {
        var (next, deemed) = Ways[stage];
        var rows = CaseTable.From(stage).Where(r => r.To != stage).ToList();

        Assert.Equal(next.Order(), rows.Where(r => r.Effect is null).Select(r => r.To).Distinct().Order());
        Assert.Equal(deemed.Order(), rows.Select(r => r.To).Distinct().Except(next).Order());
    }

    [Fact]
    public void Every_stage_is_reached_and_leads_to_an_end()
    {
        foreach (var stage in Enum.GetValues<CaseStage>())
        {
            Assert.True(stage == Placed || CaseTable.Rows.Any(r => r.To == stage && r.From != stage), $"nothing leads to {stage}");
            var reached = new HashSet<CaseStage> { stage };
            while (CaseTable.Rows.Any(r => reached.Contains(r.From) && reached.Add(r.To)))
            {
            }

            Assert.Contains(reached, s => !CaseTable.From(s).Any());
        }
    }

    [Fact]
    public void No_way_is_in_the_table_twice_and_every_action_is_in_it()
    {
        Assert.Equal(CaseTable.Rows.Length, CaseTable.Rows.DistinctBy(r => (r.From, r.Action, r.Effect)).Count());
        Assert.Equal(Enum.GetValues<CaseAction>(), CaseTable.Rows.Select(r => r.Action).Distinct().Order());
    }

    [Fact]
    public void A_clock_never_releases_seizes_or_removes_without_a_row_of_its_own()
    {
        Assert.All(CaseTable.Rows, r => Assert.Equal(r.Action == CaseAction.ConfirmEffect, r.Effect is not null));
        Assert.DoesNotContain(CaseTable.Rows, r => r.Effect is not null && r.To == Seized && r.From != Seized);
        Assert.All(CaseTable.Rows.Where(r => r.Effect is not null && r.To == Released), r => Assert.Equal(Domain.Clocks.ClockEffect.Release, r.Effect));
    }

    [Fact]
    public void The_page_of_the_docs_is_what_the_table_prints() => Docs.Hold("docs/cases.md", CasePage.Markdown());
}
