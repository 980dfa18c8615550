using CsCheck;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Sellers;
using Tracking.Domain.Shipments;
using static Tracking.Journal.Tests.World;

namespace Tracking.Journal.Tests.Stores;

public abstract partial class StoreTests
{
    private sealed record Step(int Stream, int Kind, int Status, int Holds, int Seller, int Scans);

    private static readonly Gen<Step[]> Batch =
        Gen.Select(Gen.Int[0, 19], Gen.Int[0, 9], Gen.Int[0, 13], Gen.Int[0, 2], Gen.Int[0, 3], Gen.Int[1, 3])
            .Select((stream, kind, status, holds, seller, scans) => new Step(stream, kind, status, holds, seller, scans))
            .Array[1, 12];

    /// <summary>
    /// A thousand random batches (fewer for a slow machine are no help: the model is cheap) of good, stale, rival and
    /// repeated appends, against a model that is a dictionary. Everything that can be read is compared at the end.
    /// </summary>
    [Fact]
    public async Task A_thousand_random_batches_leave_what_a_simple_model_says()
    {
        var model = new Dictionary<int, Append>();
        var history = new Dictionary<int, List<Append>>();
        var seeded = new PCG(1, 20260301);
        for (var round = 0; round < 1000; round++)
        {
            var steps = Batch.Generate(seeded, null, out _).DistinctBy(step => step.Stream).ToArray();
            var plan = steps.Select(step => (step, append: Plan(step, model, history))).OrderBy(entry => entry.append.Stream).ToArray();
            var results = await Store.CommitAsync([.. plan.Select(entry => entry.append)], round % 3, default);
            for (var index = 0; index < plan.Length; index++)
            {
                Assert.Equal(Expect(plan[index].step, plan[index].append, model, history), results[index]);
            }
        }

        await CompareAsync(model, history);
    }

    private static Append Plan(Step step, Dictionary<int, Append> model, Dictionary<int, List<Append>> history)
    {
        var name = $"1Z{step.Stream}";
        var head = new ShipmentHead
        {
            Status = (TransportStatus)(step.Status << 4),
            OpenHolds = step.Holds,
            Seller = step.Seller == 0 ? null : $"olist/s{step.Seller}",
            LastAt = 1_790_000_000_000_000 + step.Scans,
        };
        if (!model.TryGetValue(step.Stream, out var last))
        {
            return WithHolds(First(name, head));
        }

        return step.Kind switch
        {
            0 => First(name, head),
            1 => history[step.Stream][step.Scans % history[step.Stream].Count],
            2 when history[step.Stream].Count > 1 => Rival(After(history[step.Stream][^2], head, step.Scans)),
            _ => WithHolds(After(last, head, step.Scans)),
        };
    }

    private static Append WithHolds(Append append) => append with
    {
        Holds = [.. Enumerable.Range(0, append.Head.OpenHolds).Select(index => Hold(append.Number, $"h{index}", Noon.AddSeconds(append.VersionAfter)))],
    };

    private static AppendResult Expect(Step step, Append append, Dictionary<int, Append> model, Dictionary<int, List<Append>> history)
    {
        if (!model.TryGetValue(step.Stream, out var last))
        {
            (model[step.Stream], history[step.Stream]) = (append, [append]);
            return AppendResult.Committed;
        }

        if (history[step.Stream].Exists(before => before.AppendId == append.AppendId))
        {
            return AppendResult.Committed;
        }

        if (append.Stream != last.Stream || append.ExpectedVersion != last.VersionAfter)
        {
            return AppendResult.Conflict;
        }

        model[step.Stream] = append;
        history[step.Stream].Add(append);
        return AppendResult.Committed;
    }

    private async Task CompareAsync(Dictionary<int, Append> model, Dictionary<int, List<Append>> history)
    {
        var heads = model.Values.OrderByDescending(append => append.Stream).ToArray();
        var streams = await Store.LoadAsync([.. heads.Select(head => head.Number)], default);
        Assert.Equal(heads.Select(head => (head.Stream, head.VersionAfter)), streams.Select(stream => (stream.Stream, stream.Version)));
        Assert.All(streams, stream => Assert.Equal(Enumerable.Range(1, stream.Version).Select(version => $"{stream.Number.Number}-{version}"), Ids(stream)));

        var total = history.Values.SelectMany(appends => appends).Sum(append => append.Events.Length);
        var feed = await ReadToEnd(FeedCursor.Start);
        Assert.Equal(total, feed.Count);
        Assert.All(feed.GroupBy(value => value.Number), stream => Assert.Equal(Enumerable.Range(1, stream.Count()), stream.Select(value => value.Version)));

        Assert.Equal(heads.Select(head => head.Number.Number), await Numbers(Everything));
        Assert.Equal(heads.Where(head => head.Head.OpenHolds > 0).Select(head => head.Number.Number), await Numbers(Everything with { Held = true }));
        Assert.Equal(heads.Sum(head => head.Head.OpenHolds), (await Store.ListHoldsAsync(null, 10, default)).Total);
        foreach (var scope in new[] { Tally.All, "olist/s1", "olist/s2", "olist/s3" })
        {
            var recount = heads.Where(head => scope == Tally.All || head.Head.Seller == scope).Select(head => Tally.Of(head.Head)).Aggregate(default(SellerCounts), Tally.Add);
            var counts = await Store.ReadCountsAsync(scope, default);
            Assert.Equal(recount, counts with { Facts = 0 });
            Assert.True(scope != Tally.All || counts.Facts == total);
        }
    }
}
