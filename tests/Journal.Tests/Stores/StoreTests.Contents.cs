using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Journal.Consolidations;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Stores;

public abstract partial class StoreTests
{
    // Stop for leave, go for all else.
    private const int Blocked = (int)ClearanceVerdict.Stop << (2 * (int)ClearancePurpose.Leave);

    [Fact]
    public async Task What_is_in_boxes_is_counted_at_any_depth_and_what_blocks_is_named_first()
    {
        await Commit(First("BAG") with { Contents = [Inside("BAG", "CAN", isBox: true), Itself("BAG")] });
        await Commit(First("CAN") with { Contents = [Itself("CAN")] });
        await Commit(First("P1") with { Contents = [Inside("P1", "BAG")] });
        await Commit(First("P2") with { Contents = [Inside("P2", "BAG", Blocked)] });
        await Commit(First("P3") with { Contents = [Inside("P3", "CAN")] });
        await Commit(First("GONE") with { Contents = [Inside("GONE", "CAN", Blocked) with { Until = 9 }] });
        await Commit(First("P2", carrier: "dhl") with { Contents = [Inside("P2", "CAN", Blocked)] });

        var leave = await ReadAsync("CAN", ClearancePurpose.Leave);
        Assert.Equal((4, 1, 2, false, ClearanceVerdict.Stop), (leave.Members, leave.Blocked, leave.Boxes, leave.IsCutOff, leave.Strictest));
        Assert.Equal([new Suspect("P2", false, ClearanceVerdict.Stop)], leave.Suspects.ToArray());
        Assert.Empty((await ReadAsync("CAN", ClearancePurpose.Sort)).Suspects);
        Assert.Equal(2, (await ReadAsync("BAG", ClearancePurpose.Leave)).Members);
    }

    [Fact]
    public async Task What_was_in_another_box_that_is_not_free_is_suspect()
    {
        await Commit(First("CAN") with { Contents = [Itself("CAN")] });
        await Commit(First("BAG") with { Contents = [Inside("BAG", "HELD", isBox: true) with { Elsewhere = false }, Itself("BAG")] });
        await Commit(First("HELD") with { Contents = [Itself("HELD") with { Verdicts = Blocked }] });
        await Commit(First("P1") with { Contents = [Inside("P1", "BAG") with { Until = 9, Elsewhere = true }, Inside("P1", "CAN") with { Elsewhere = true }] });
        await Commit(First("P2") with { Contents = [Inside("P2", "CAN")] });

        Assert.Equal([new Suspect("P1", false, ClearanceVerdict.Go)], (await ReadAsync("CAN", ClearancePurpose.Leave)).Suspects.ToArray());
        Assert.Empty((await ReadAsync("CAN", ClearancePurpose.Load)).Suspects);
    }

    [Fact]
    public async Task Contents_change_with_their_append_and_boxes_in_a_circle_are_counted_once()
    {
        var first = First("P1") with { Contents = [Inside("P1", "X", Blocked)] };
        await Commit(first);
        await Commit(First("X") with { Contents = [Inside("X", "Y", isBox: true), Itself("X")] });
        await Commit(First("Y") with { Contents = [Inside("Y", "X", isBox: true), Itself("Y")] });
        Assert.Equal((3, 2, 1), await CountAsync("X"));

        Assert.Equal(AppendResult.Conflict, await Commit(Rival(First("P1")) with { Stream = first.Stream, ExpectedVersion = 7, Contents = [] }));
        Assert.Equal((3, 2, 1), await CountAsync("X"));
        await Commit(After(first) with { Contents = [Inside("P1", "X")] });
        Assert.Equal((3, 2, 0), await CountAsync("Y"));
    }

    [Fact]
    public async Task What_is_directly_inside_comes_in_pages()
    {
        for (var i = 0; i < 7; i++)
        {
            await Commit(First($"P{i}") with { Contents = [Inside($"P{i}", "CAN", i % 2 == 0 ? Blocked : 0)] });
        }

        Assert.Equal(["P0", "P1", "P2"], await PageAsync(null, ""));
        Assert.Equal(["P3", "P4", "P5"], await PageAsync(null, "P2"));
        Assert.Equal(["P2", "P4", "P6"], await PageAsync(ClearancePurpose.Leave, "P0"));
    }

    private async Task<string[]> PageAsync(ClearancePurpose? blocked, string after) =>
        [.. (await Store.Contents.ListAsync(Number("CAN"), blocked, after, 3, default)).Select(r => r.Number)];

    private async Task<(int, int, int)> CountAsync(string box)
    {
        var contents = await ReadAsync(box, ClearancePurpose.Leave);
        return (contents.Members, contents.Boxes, contents.Blocked);
    }

    private ValueTask<BoxContents> ReadAsync(string box, ClearancePurpose purpose) => Store.Contents.ReadAsync(Number(box), purpose, 100, default);

    private static ContentRow Inside(string number, string box, int verdicts = 0, bool isBox = false) => new(number, box, 1, null, isBox, false, verdicts);

    private static ContentRow Itself(string box) => new(box, null, 0, null, true, false, 0);
}
