using Tracking.Contracts.Clearance;
using Tracking.Domain.Clearance;

namespace Tracking.Domain.Tests.Clearance;

/// <summary>Every cell of the table, closed and with each of its openers.</summary>
public sealed class ClearanceTableTests
{
    public static TheoryData<ClearanceRow, ClearancePurpose, ClearanceOpener> Cells()
    {
        var cells = new TheoryData<ClearanceRow, ClearancePurpose, ClearanceOpener>();
        foreach (var row in Enum.GetValues<ClearanceRow>())
        {
            foreach (var purpose in Enum.GetValues<ClearancePurpose>())
            {
                foreach (var opener in Enum.GetValues<ClearanceOpener>())
                {
                    cells.Add(row, purpose, opener);
                }
            }
        }

        return cells;
    }

    [Theory]
    [MemberData(nameof(Cells))]
    public void A_cell_answers_as_the_table_says(ClearanceRow row, ClearancePurpose purpose, ClearanceOpener opener)
    {
        ClearanceOpener[] opened = opener == ClearanceOpener.Nothing ? [] : [opener];

        Assert.Equal(TableOfTheLaw.Answer(row, purpose, opened), ClearanceTable.Answer(row, purpose, opened));
    }

    [Fact]
    public void The_strictest_answer_is_the_greatest()
    {
        Assert.Equal(
            [ClearanceVerdict.Go, ClearanceVerdict.Unknown, ClearanceVerdict.Divert, ClearanceVerdict.Stop],
            Enum.GetValues<ClearanceVerdict>().Order());
    }

    [Theory]
    [InlineData(ClearanceRow.NotFenced)]
    [InlineData(ClearanceRow.NeverSeen)]
    public void A_row_that_answers_alone_gives_itself_as_the_only_reason(ClearanceRow row)
    {
        var result = ClearanceRules.Alone(row, ClearancePurpose.Leave);

        Assert.Equal(ClearanceVerdict.Unknown, result.Verdict);
        Assert.Equal(row, Assert.Single(result.Findings).Fit.Row);
        Assert.Equal(0, result.PiecesFree);
    }

    [Fact]
    public void Every_row_has_a_sentence_of_its_own()
    {
        var sentences = Enum.GetValues<ClearanceRow>().Select(row => ClearanceWords.Of(new ClearanceFit(row, ClearanceVerdict.Stop, "us-cbp", null))).ToList();

        Assert.Equal(sentences.Count, sentences.Distinct().Count());
    }
}
