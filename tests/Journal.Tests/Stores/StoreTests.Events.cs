using System.Text;
using Tracking.Journal.Epcis;

namespace Tracking.Journal.Tests.Stores;

public abstract partial class StoreTests
{
    private const long Came = 1_790_000_000_000_000;

    private protected static CapturedEvent Event(string id, string epc = "urn:epc:id:sscc:4012345.0000000001", long time = Came, string? step = "departing", long declaredAt = 0) => new()
    {
        Id = id,
        Where = $"/epcisBody/eventList/{id}",
        DeclaredAt = declaredAt,
        Type = "ObjectEvent",
        Action = "OBSERVE",
        EventTime = time,
        Step = step,
        Payload = Encoding.UTF8.GetBytes($$"""{"eventID":"{{id}}","x":"é"}"""),
        Names = [new EventName(EventName.HashOf(epc), EventNameRoles.Object)],
    };

    private protected static Capture Document(bool rollback, params CapturedEvent[] events) => new()
    {
        Id = Guid.CreateVersion7(),
        By = World.Carrier,
        Carrier = "ups",
        CreatedAt = Came,
        IsRollback = rollback,
        Events = [.. events],
        ClaimedBy = "here",
        ClaimedUntil = Came + 30,
    };

    private protected async Task<CaptureOutcome> Keep(Capture capture, bool again = false) => (await Store.Events.CaptureAsync([capture], again, default))[0];

    private protected async Task<string[]> Found(EventQuery query) =>
        [.. (await Store.Events.FindAsync(query with { Max = 100 }, default)).Select(e => Encoding.UTF8.GetString(e.Payload.Span).Split('"')[3])];

    private static EventQuery Any => new() { Max = 100 };

    [Fact]
    public async Task Events_are_given_back_as_they_came_and_found_by_everything_that_is_asked_for()
    {
        await Keep(Document(true, Event("e-1", "epc-a", Came + 2), Event("e-2", "epc-b", Came + 1, "arriving"), Event("e-3", "epc-a", Came + 3, null)));

        Assert.Equal(["e-1", "e-2", "e-3"], await Found(Any));
        Assert.Equal(["e-2", "e-1", "e-3"], await Found(Any with { ByEventTime = true }));
        Assert.Equal(["e-1", "e-3"], await Found(Any with { Names = [new(EventNameRoles.AnyEpc, [EventName.HashOf("epc-a")])] }));
        Assert.Equal(["e-3", "e-1"], await Found(Any with { Names = [new(EventNameRoles.AnyEpc, [EventName.HashOf("epc-a")])], ByEventTime = true, Descending = true }));
        Assert.Empty(await Found(Any with { Names = [new(EventNameRoles.Parent, [EventName.HashOf("epc-a")])] }));
        Assert.Empty(await Found(Any with { Names = [new(EventNameRoles.Object, [EventName.HashOf("epc-a")]), new(EventNameRoles.Object, [EventName.HashOf("epc-b")])] }));
        Assert.Equal(["e-2"], await Found(Any with { Words = [new(EventWordKind.Step, ["arriving", "packing"])] }));
        Assert.Equal(["e-1"], await Found(Any with { FromEventTime = Came + 2, BeforeEventTime = Came + 3 }));
        Assert.Empty(await Found(Any with { FromRecordTime = Came + 1 }));
        Assert.Equal(["e-2"], await Found(Any with { Ids = ["e-2", "e-9"] }));
        Assert.Empty(await Found(Any with { Owner = "somebody" }));
        Assert.Equal("""{"eventID":"e-1","x":"é"}""", Encoding.UTF8.GetString((await Store.Events.FindAsync(Any with { Ids = ["e-1"] }, default))[0].Payload.Span));
        Assert.Equal(["arriving", "departing"], (await Store.Events.ListWordsAsync(EventWordKind.Step, "", 10, default)).AsEnumerable());
        Assert.Equal(["departing"], (await Store.Events.ListWordsAsync(EventWordKind.Step, "arriving", 10, default)).AsEnumerable());
    }

    [Fact]
    public async Task Pages_of_events_leave_nothing_out_and_show_nothing_twice()
    {
        await Keep(Document(true, [.. Enumerable.Range(0, 25).Select(i => Event($"e-{i:00}", time: Came + (i % 3)))]));
        foreach (var query in new[] { Any, Any with { ByEventTime = true }, Any with { ByEventTime = true, Descending = true } })
        {
            List<string> seen = [];
            for (EventPlace? after = null; ;)
            {
                var page = await Store.Events.FindAsync(query with { After = after, Max = 7 }, default);
                seen.AddRange(page.Select(e => Encoding.UTF8.GetString(e.Payload.Span).Split('"')[3]));
                if (page.Length < 7)
                {
                    break;
                }

                after = new EventPlace(query.ByEventTime ? page[^1].EventTime : page[^1].RecordTime, page[^1].Sequence);
            }

            Assert.Equal(await Found(query), seen);
            Assert.Equal(25, seen.Count);
        }
    }

    [Fact]
    public async Task One_event_that_is_there_keeps_a_whole_rollback_out_and_of_proceed_only_itself()
    {
        await Keep(Document(true, Event("e-1")));

        var rollback = await Keep(Document(true, Event("e-2"), Event("e-1")));
        Assert.Equal((0, CaptureErrorKind.Duplicate, "/epcisBody/eventList/e-1"), (rollback.Job.Events, rollback.Job.Errors[0].Kind, rollback.Job.Errors[0].Where));
        Assert.NotNull(rollback.Job.FinishedAt);
        Assert.Equal(["e-1"], await Found(Any));

        var proceed = await Keep(Document(false, Event("e-2"), Event("e-1")));
        Assert.Equal([0], proceed.Captured.AsEnumerable());
        Assert.Equal(["e-1", "e-2"], await Found(Any));
        Assert.Single((await Store.Events.ReadJobAsync(proceed.Job.Id, default))!.Errors);
    }

    [Fact]
    public async Task A_declaration_of_an_error_shares_the_id_of_its_event()
    {
        await Keep(Document(true, Event("e-1")));
        Assert.Equal(1, (await Keep(Document(true, Event("e-1", declaredAt: Came + 5)))).Job.Events);
        Assert.Equal(0, (await Keep(Document(true, Event("e-1", declaredAt: Came + 5)))).Job.Events);
        Assert.Equal(2, (await Found(Any with { Ids = ["e-1"] })).Length);
        Assert.Single(await Found(Any with { OnlyErrors = true }));
    }

    [Fact]
    public async Task Documents_committed_together_do_each_other_no_harm_and_the_first_of_two_same_events_counts()
    {
        var outcomes = await Store.Events.CaptureAsync([Document(true, Event("e-1"), Event("e-2")), Document(true, Event("e-2"), Event("e-3")), Document(true, Event("e-3"))], false, default);
        Assert.Equal([2, 0, 1], outcomes.Select(o => o.Job.Events));
        Assert.Equal(["e-1", "e-2", "e-3"], (await Found(Any)).Order());
    }

    [Fact]
    public async Task A_capture_sent_again_after_a_lost_answer_is_not_captured_twice()
    {
        var capture = Document(false, Event("e-1"), Event("e-2"));
        await Keep(capture);
        var again = await Store.Events.CaptureAsync([Document(true, Event("e-3")), capture], true, default);
        Assert.Equal([1, 2], again.Select(o => o.Job.Events));
        Assert.Equal([0, 1], again[1].Captured.AsEnumerable());
        Assert.Empty(again[1].Job.Errors);
        Assert.Equal(3, (await Found(Any)).Length);
    }

    [Fact]
    public async Task A_job_left_open_is_taken_over_once_its_claim_has_run_out_with_its_events_in_their_order()
    {
        var capture = Document(true, Event("e-2"), Event("e-1"));
        await Keep(capture);
        await Keep(Document(true, Event("e-3")));
        Assert.Empty(await Store.Events.ClaimAsync("other", Came + 30, Came + 99, 10, default));

        var open = await Store.Events.ClaimAsync("other", Came + 31, Came + 99, 10, default);
        Assert.Equal(2, open.Length);
        Assert.Empty(await Store.Events.ClaimAsync("third", Came + 31, Came + 99, 10, default));
        var mine = open.Single(o => o.Job.Id == capture.Id);
        Assert.Equal((World.Carrier, "ups", 2), (mine.By, mine.Carrier, mine.Job.Events));
        var first = await Store.Events.ReadEventsAsync(mine, 0, 1, default);
        var rest = await Store.Events.ReadEventsAsync(mine, first[0].Sequence, 10, default);
        Assert.Equal(["e-2", "e-1"], first.Concat(rest).Select(e => Encoding.UTF8.GetString(e.Payload.Span).Split('"')[3]));

        await Store.Events.EndAsync([new CaptureEnd(mine.Job, [new CaptureError(CaptureErrorKind.FactRefused, "/", "no", "mend")])], Came + 50, default);
        var ended = (await Store.Events.ReadJobAsync(capture.Id, default))!;
        Assert.Equal((Came + 50, CaptureErrorKind.FactRefused), (ended.FinishedAt, ended.Errors.Single().Kind));
        Assert.Single(await Store.Events.ClaimAsync("fourth", Came + 100, Came + 200, 10, default));
    }

    [Fact]
    public async Task Jobs_are_listed_for_their_owner_the_latest_first()
    {
        var jobs = new[] { Document(true, Event("e-1")), Document(true, Event("e-2")), Document(true, Event("e-3")) with { IsSingle = true } };
        foreach (var job in jobs)
        {
            await Keep(job);
        }

        Assert.Equal(jobs[..2].Select(j => j.Id).OrderDescending(), (await Store.Events.ListJobsAsync("ups", null, 10, default)).Select(j => j.Id).OrderDescending());
        var first = await Store.Events.ListJobsAsync("ups", null, 1, default);
        Assert.Single(await Store.Events.ListJobsAsync("ups", first[0].Id, 10, default));
        Assert.Empty(await Store.Events.ListJobsAsync("dhl", null, 10, default));
    }

    [Fact]
    public async Task Two_writers_of_the_same_event_have_one_winner()
    {
        var races = Enumerable.Range(0, 8).Select(_ => Task.Run(async () => await Store.Events.CaptureAsync([Document(true, Event("e-1"), Event("e-2"))], false, default)));
        var outcomes = await Task.WhenAll(races);
        Assert.Equal(1, outcomes.Count(o => o[0].Job.Events == 2));
        Assert.Equal(2, (await Found(Any)).Length);
    }
}
