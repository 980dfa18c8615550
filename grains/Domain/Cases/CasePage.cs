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

            `POST /v1/cases/{carrier}/{number}` brings a command: `authority`, `hold`, `action`, `revision`, the `officer` by name and role,
            and `reason`, `reference` and `evidence` (file name, type, size, SHA-256) as the action takes them. The key must speak for the
            authority, which answers for its officers. It is answered with the case after it; with 409 and the case as it is now where
            somebody else was first; with 422 and what would be possible where it is not. The revision counts the authority's decisions
            and people's commands on the hold, no scans. What follows for the goods is written beside the command as a decision of the
            authority, so that belt, page and counts learn of it in the one way that there is.

            An offer of abandonment takes the authority's reference, because it is a notice: with the command it is issued, and stands in the
            log of disclosures. Assent and refusal are recorded with their evidence; an offer that nobody answered is withdrawn. The law has
            no period for the answer: the detention's clocks run on. `POST /v1/notices/{carrier}/{number}` issues the other notices (`kind`:
            detention and seizure to the importer, disclosure to the right holder, hold to the carrier), `GET` drafts them, and
            `GET /v1/disclosures/{carrier}/{number}` lists what was disclosed: what, at which stage, to whom, by whom, when, under which reference.
            The clocks of the hold hear of a notice that is issued. Drafts are JSON and HTML made for print, and no PDF: a library that draws
            one needs type for every script in which a manufacturer may be written, and the program brings none; a browser prints the page.

            `POST /v1/evidence/{organisation}` keeps a file and answers its SHA-256, by which a command names it; equal files are kept once.

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
