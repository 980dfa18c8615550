using System.Text;

namespace Tracking.Domain.Cases;

/// <summary>The page of the docs about cases, made from the table.</summary>
public static class CasePage
{
    /// <summary>The page as Markdown.</summary>
    public static string Markdown()
    {
        var page = new StringBuilder();
        page.Append("""
            # Cases

            A case is the work on one hold. What an authority's message says has happened is a fact and never refused; what a
            person does here is checked against this table. A command carries the revision that its author saw: of two officers
            who decide at once one wins, and the other is told what happened. A refusal says what would be possible and who
            could do it. `CaseTable` in `grains/Domain/Cases` is the only place where the table is written; this page is made from
            it by a test (`TRACKING_REWRITE_DOCS=1 ./test.sh Domain` writes it anew).

            *Confirm* is the confirmation of what a clock that ran out proposes ([clocks](clocks.md)): possible only while the clock
            proposes it. Once the mark is determined to be counterfeit, goods are not released until a supervisor withdraws that
            (19 USC 1526(e)).

            | from | what | to | who | takes |
            |---|---|---|---|---|

            """);
        foreach (var row in CaseTable.Rows)
        {
            var to = row.To == row.From ? "stays" : CaseWords.Of(row.To);
            page.Append($"| {CaseWords.Of(row.From)} | {CaseWords.Of(row.Action, row.Effect)} | {to} | {row.Who.ToString().ToLowerInvariant()} | {CaseWords.Of(row.Needs)} |\n");
        }

        page.Append("\nWho:\n\n");
        foreach (var who in Enum.GetValues<CaseRole>())
        {
            page.Append($"- *{who.ToString().ToLowerInvariant()}*: {CaseWords.Of(who)}\n");
        }

        var ends = Enum.GetValues<CaseStage>().Where(s => !CaseTable.From(s).Any()).Select(CaseWords.Of);
        page.Append($"\nEnds: {string.Join(", ", ends)}. A released parcel may be held anew by a new hold, which has a case of its own.\n");
        return page.ToString();
    }
}
