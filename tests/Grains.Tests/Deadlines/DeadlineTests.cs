using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Orleans.Runtime;
using Tracking.Contracts.Access;
using Tracking.Contracts.Cases;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments.Events;
using Tracking.Grains.Deadlines;
using Tracking.Grains.Leases;
using Tracking.Grains.Tests.Cluster;
using static Tracking.Grains.Tests.Shipments.Facts;

namespace Tracking.Grains.Tests.Deadlines;

/// <summary>Deadlines on two silos. Their wakers are called with the time of the test: steps come when it says, as often as it says.</summary>
public sealed class DeadlineTests
{
    private static readonly DateTimeOffset Presented = TimeProvider.System.GetUtcNow().AddMinutes(-5);

    public static TheoryData<StoreKind> Stores => [StoreKind.Sqlite, StoreKind.Postgres];

    [Theory, MemberData(nameof(Stores))]
    public async Task A_detention_has_its_deadlines_with_the_decision_that_places_it(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        await Shipment(cluster, "D1").ReceiveAsync([Detained("D1")]);

        var @case = Assert.Single((await Shipment(cluster, "D1").GetAsync(true))!.Cases);
        Assert.Equal(("detained", "us-cbp"), (@case.Stage, @case.Authority));
        Assert.Equal("running", @case.Deadlines.Single(d => d.Clock == "us.determination").State);
        var rows = (await cluster.Store.Deadlines.ListAsync(null, 100, default)).Rows;
        Assert.Contains(rows, r => r.Clock == "us.determination" && r.WakeAt is not null);
        Assert.Equal(1, await Steps(cluster, "D1", "us.determination", DeadlineState.Running));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Each_step_is_written_once_though_both_silos_wake_it_again_and_again(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        await Shipment(cluster, "D2").ReceiveAsync([Detained("D2")]);
        var late = Presented.AddDays(60);

        await Task.WhenAll(Enumerable.Range(0, 16).Select(i => cluster.GrainOn<IShipmentGrain>(i % 2, Number("D2").ToString()).StepDeadlinesAsync(late).AsTask()));
        await Shipment(cluster, "D2").StepDeadlinesAsync(Presented.AddDays(2));

        Assert.Equal(1, await Steps(cluster, "D2", "us.determination", DeadlineState.Breached));
        Assert.Equal(0, await Steps(cluster, "D2", "us.determination", DeadlineState.Warned));
        Assert.Empty(await cluster.Store.Deadlines.FindDueAsync(long.MaxValue, [.. Enumerable.Range(0, 32)], null, 10, default));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task A_step_survives_the_silo_that_took_it(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        await cluster.GrainOn<IShipmentGrain>(0, Number("D3").ToString()).ReceiveAsync([Detained("D3")]);
        await Shipment(cluster, "D3").StepDeadlinesAsync(Presented.AddDays(60));
        await cluster.KillAsync(1);
        await cluster.StabilizeAsync();
        await Shipment(cluster, "D3").StepDeadlinesAsync(Presented.AddDays(61));
        Assert.Equal(1, await Steps(cluster, "D3", "us.determination", DeadlineState.Breached));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task The_wakers_of_two_silos_share_what_time_has_made_due_and_take_each_step_once(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        var numbers = Enumerable.Range(0, 12).Select(i => $"W{i}").ToArray();
        foreach (var number in numbers)
        {
            await Shipment(cluster, number).ReceiveAsync([Detained(number)]);
        }

        // Day by day, as in the two months of a detention; the second silo's clock is an hour behind.
        var time = new FakeTimeProvider(Presented);
        var slow = new FakeTimeProvider(Presented);
        var wakers = new[] { Waker(cluster, 0, time), Waker(cluster, 1, slow) };
        for (var day = 1; day <= 60; day++)
        {
            time.SetUtcNow(Presented.AddDays(day));
            slow.SetUtcNow(Presented.AddDays(day).AddHours(-1));
            await Task.WhenAll(wakers.Select(w => w.WakeAsync(default)));
        }

        foreach (var number in numbers)
        {
            Assert.Equal(
                [DeadlineState.Running, DeadlineState.Warned, DeadlineState.Due, DeadlineState.Breached],
                await Walked(cluster, number, "us.determination"));
        }

        Assert.Empty(await cluster.Store.Deadlines.FindDueAsync(long.MaxValue, [.. Enumerable.Range(0, 32)], null, 10, default));
    }

    [Fact]
    public void Each_bucket_has_one_silo_and_one_that_goes_leaves_the_others_theirs()
    {
        string[] silos = ["a", "b", "c"];
        Assert.Equal(Enumerable.Range(0, 32), silos.SelectMany(s => DeadlineShares.Of(s, silos)).Order());
        Assert.All(silos, s => Assert.NotEmpty(DeadlineShares.Of(s, silos)));
        Assert.Superset(DeadlineShares.Of("a", silos).ToHashSet(), DeadlineShares.Of("a", ["a", "b"]).ToHashSet());
        Assert.Equal(32, DeadlineShares.Of("a", ["a"]).Length);
        Assert.Empty(DeadlineShares.Of("gone", silos));
    }

    [Theory, MemberData(nameof(Stores))]
    public async Task Of_two_officers_on_two_silos_one_wins_and_the_belt_knows(StoreKind store)
    {
        await using var cluster = await TrackingCluster.StartAsync(store);
        await Shipment(cluster, "C1").ReceiveAsync([Detained("C1")]);
        var seen = (await Shipment(cluster, "C1").GetAsync(true))!.Cases[0].Revision;

        var replies = await Task.WhenAll(Enumerable.Range(0, 2).Select(i =>
            cluster.GrainOn<IShipmentGrain>(i, Number("C1").ToString()).DecideCaseAsync(Command("release", seen, $"Officer {i}")).AsTask()));

        Assert.Equal([null, "stale"], replies.Select(r => r.Refusal).Order());
        Assert.All(replies, r => Assert.Equal("released", r.Case!.Stage));
        var view = (await Shipment(cluster, "C1").GetAsync(true))!;
        Assert.NotNull(view.Holds.Single().RemovedAt);
        Assert.Single(view.Cases[0].History);
        Assert.Equal("photo.jpg", view.Cases[0].History[0].Evidence[0].Name);
        Assert.Equal(0, (await cluster.Store.ReadCountsAsync("", default)).Held);
        Assert.Null((await Shipment(cluster, "C1").DecideCaseAsync(Command("release", seen, "Otto") with { Hold = "none" })).Case);
    }

    private static DeadlineWaker Waker(TrackingCluster cluster, int silo, TimeProvider time) => new(
        cluster.Store.Deadlines,
        cluster.ServiceOn<LeaseWatch>(silo),
        cluster.ServiceOn<IGrainFactory>(silo),
        cluster.ServiceOn<DeadlineMetrics>(silo),
        cluster.ServiceOn<ILocalSiloDetails>(silo),
        time,
        NullLogger<DeadlineWaker>.Instance);

    private static IShipmentGrain Shipment(TrackingCluster cluster, string number) => cluster.Grains.GetGrain<IShipmentGrain>(Number(number).ToString());

    private static Decision Detained(string number) => new()
    {
        Number = Number(number),
        Source = "us-cbp",
        Id = "d-1",
        OccurredAt = ReportedTime.From(Presented),
        ReceivedAt = ReportedTime.From(Presented).Microseconds,
        ReportedBy = Partner("us-cbp"),
        Kind = DecisionKind.Detained,
        Territory = "US",
        Hold = new HoldTerms { Kind = HoldKind.IprDetention, LegalBasis = "19 CFR 133.21", Port = "4701" },
        Anchors = [new Anchor("presented", ReportedTime.From(Presented), "exam sheet 7")],
    };

    private static CaseRequest Command(string action, long revision, string officer) => new()
    {
        Authority = "us-cbp",
        Hold = "d-1",
        Action = action,
        Revision = revision,
        Reason = "because",
        Reference = "2026-1",
        Evidence = [new CaseFile("photo.jpg", "image/jpeg", 4711, new string('a', 64))],
        By = new Actor("us-cbp", officer, ActorRole.Officer),
        At = ReportedTime.From(Presented.AddMinutes(2)),
    };

    private static async Task<int> Steps(TrackingCluster cluster, string number, string clock, DeadlineState state) =>
        (await Walked(cluster, number, clock)).Count(s => s == state);

    private static async Task<List<DeadlineState>> Walked(TrackingCluster cluster, string number, string clock) =>
        [.. (await cluster.Store.LoadAsync([Number(number)], default))[0].Events.OfType<DeadlineStepped>().Where(s => s.Key.Clock == clock).Select(s => s.State)];
}
