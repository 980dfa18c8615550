using System.Text.Json;
using Tracking.Dashboard.Commands;
using Tracking.Dashboard.Replay;

namespace Tracking.Simulator.Tests.Replay;

public sealed class ReplayTests
{
    private static readonly Action<ReplayState> NoProgress = _ => { };

    [Fact]
    public async Task Every_fact_is_delivered_once_and_in_the_order_of_its_shipment()
    {
        using var recorded = new Recorded();
        await using var receiver = await FakeReceiver.StartAsync();

        var state = await PlayAsync(recorded, receiver, new EagerTime());

        Assert.Equal(recorded.Count, receiver.Taken.Count);
        Assert.Equal((recorded.Count, recorded.Count, 0), (state.Tally.Sent, state.Tally.Accepted, state.Tally.Rejected));
        Assert.All(receiver.Sizes, size => Assert.InRange(size, 1, PartnerApi.MostItems));
        Assert.DoesNotContain(receiver.Taken, taken => JsonDocument.Parse(taken.Json).RootElement.TryGetProperty("type", out _));
        Recorded.AssertOrdered(receiver);
    }

    [Fact]
    public async Task Nothing_is_lost_when_the_receiver_fails_in_every_way()
    {
        using var recorded = new Recorded(400);
        await using var receiver = await FakeReceiver.StartAsync();
        receiver.Plan = number => (number % 8) switch
        {
            1 => FakeReceiver.Fault.Unavailable,
            2 => FakeReceiver.Fault.TooMany,
            3 => FakeReceiver.Fault.DropBefore,
            4 => FakeReceiver.Fault.DropAfter,
            5 => FakeReceiver.Fault.HalfBusy,
            _ => FakeReceiver.Fault.None,
        };
        var time = new EagerTime();

        var state = await PlayAsync(recorded, receiver, time);

        Assert.Equal(recorded.Count, receiver.Taken.Count);
        Assert.Equal(recorded.Count, state.Tally.Sent);
        Assert.Equal(recorded.Count, state.Tally.Accepted + state.Tally.Duplicate);
        Assert.True(state.Tally.Retries > 0);
        Assert.Contains(TimeSpan.FromSeconds(7), time.Pauses);
    }

    [Fact]
    public async Task A_receiver_that_dies_and_comes_back_gets_the_rest()
    {
        using var recorded = new Recorded(400);
        await using var receiver = await FakeReceiver.StartAsync();
        var third = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        receiver.Arrived = number =>
        {
            if (number == 3)
            {
                third.SetResult();
            }
        };

        var failed = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        var playing = PlayAsync(recorded, receiver, new EagerTime(), trouble: _ => failed.TrySetResult());
        await third.Task;
        await receiver.CloseAsync();
        await Task.WhenAny(failed.Task, playing);
        await receiver.OpenAsync();
        await playing;

        Assert.Equal(recorded.Count, receiver.Taken.Count);
    }

    [Fact]
    public async Task A_receiver_that_stalls_is_asked_again()
    {
        using var recorded = new Recorded(20);
        await using var receiver = await FakeReceiver.StartAsync();
        receiver.Plan = number => number <= 2 ? FakeReceiver.Fault.Stall : FakeReceiver.Fault.None;

        await PlayAsync(recorded, receiver, TimeProvider.System, patience: TimeSpan.FromMilliseconds(250));

        Assert.Equal(recorded.Count, receiver.Taken.Count);
    }

    [Fact]
    public async Task A_replay_that_was_stopped_goes_on_where_it_stopped()
    {
        using var recorded = new Recorded(900);
        await using var receiver = await FakeReceiver.StartAsync();
        using var stop = new CancellationTokenSource();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => PlayAsync(recorded, receiver, new EagerTime(), progress: _ => stop.Cancel(), stop: stop.Token));
        var taken = receiver.Taken.Count;
        Assert.InRange(taken, ReplayPlayer.MostAtOnce, recorded.Count - 1);

        var resumed = new ReplayStateFile(recorded.StatePath).Load(recorded.Open().Fingerprint, receiver.Address, restart: false);
        Assert.Equal(ReplayPlayer.MostAtOnce, resumed.Position);
        var state = await PlayAsync(recorded, receiver, new EagerTime());

        Assert.Equal(recorded.Count, receiver.Taken.Count);
        Assert.Equal(recorded.Count, state.Tally.Sent);
        Recorded.AssertOrdered(receiver);
    }

    [Fact]
    public async Task A_refusal_of_the_caller_ends_the_replay_with_the_reason()
    {
        using var recorded = new Recorded(20);
        await using var receiver = await FakeReceiver.StartAsync();
        receiver.Plan = _ => FakeReceiver.Fault.Refuse;

        var failure = await Assert.ThrowsAsync<CommandFailedException>(() => PlayAsync(recorded, receiver, new EagerTime()));

        Assert.Equal(ExitCodes.NoAnswer, failure.ExitCode);
        Assert.Contains("does not speak for olist", failure.Message, StringComparison.Ordinal);
        Assert.Contains("--key", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Somebody_who_never_answers_is_given_up()
    {
        using var recorded = new Recorded(20);
        await using var receiver = await FakeReceiver.StartAsync();
        receiver.Plan = _ => FakeReceiver.Fault.Unavailable;

        var failure = await Assert.ThrowsAsync<CommandFailedException>(() =>
            PlayAsync(recorded, receiver, new EagerTime(), persistence: new Persistence { GiveUpAfter = TimeSpan.Zero }));

        Assert.Contains("goes on where it stopped", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Rejections_are_counted_by_reason()
    {
        using var recorded = new Recorded(20);
        await File.AppendAllTextAsync(recorded.Path, """{"type":"scan","carrier":"x","number":"REFUSE","occurredAt":"2026-03-01T00:00:00Z","status":"accepted"}""" + "\n");
        await using var receiver = await FakeReceiver.StartAsync();

        var state = await PlayAsync(recorded, receiver, new EagerTime());

        Assert.Equal(1, state.Tally.Rejected);
        Assert.Equal(1, state.Tally.Reasons["malformed: /number is refused"]);
    }

    [Fact]
    public void A_rate_lets_so_many_a_second_through()
    {
        using var recorded = new Recorded(100);
        using var recording = recorded.Open();
        var pace = new Pace { Rate = 50 };

        Assert.Equal(0, pace.DueUpTo(recording, 0, 0, 4_000, TimeSpan.FromMilliseconds(10)));
        Assert.Equal(100, pace.DueUpTo(recording, 0, 0, 4_000, TimeSpan.FromSeconds(2)));
        Assert.Equal(TimeSpan.FromMilliseconds(100), pace.UntilNext(recording, 0, 100, TimeSpan.FromSeconds(2)));
    }

    [Fact]
    public void A_speed_follows_the_recorded_times()
    {
        using var recorded = new Recorded(100);
        using var recording = recorded.Open();
        var pace = new Pace { Speed = 3_600 };
        var due = pace.DueUpTo(recording, 0, 0, 100_000, TimeSpan.FromSeconds(24));

        Assert.InRange(due, 1, recording.Count - 1);
        Assert.True(recording[due - 1].At - recording[0].At <= TimeSpan.FromHours(24).Ticks);
        Assert.True(recording[due].At - recording[0].At > TimeSpan.FromHours(24).Ticks);
    }

    [Fact]
    public void A_state_of_another_input_is_refused_unless_begun_anew()
    {
        using var recorded = new Recorded(5);
        var file = new ReplayStateFile(recorded.StatePath);
        var to = new Uri("http://localhost:8081/");
        file.Save(new ReplayState { Fingerprint = "other", To = to.AbsoluteUri, Position = 3 });

        Assert.Contains("--restart", Assert.Throws<CommandFailedException>(() => file.Load("this", to, restart: false)).Message, StringComparison.Ordinal);
        Assert.Equal(0, file.Load("this", to, restart: true).Position);
        File.WriteAllText(recorded.StatePath, "{");
        Assert.Contains("--restart", Assert.Throws<CommandFailedException>(() => file.Load("this", to, restart: false)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void What_is_no_fact_is_complained_about_with_its_line()
    {
        using var recorded = new Recorded(5);
        File.AppendAllText(recorded.Path, "{\"type\":\"parcel\"}\r\n\nnot json\n{} {}");

        using var recording = recorded.Open();

        Assert.Equal(recorded.Count, recording.Count);
        Assert.Equal(3, recording.Complaints.Count);
        Assert.Contains(recording.Complaints.Lines(), line => line.Contains($"world.ndjson:{recorded.Count + 3}", StringComparison.Ordinal));
    }

    private static async Task<ReplayState> PlayAsync(
        Recorded recorded,
        FakeReceiver receiver,
        TimeProvider time,
        Action<ReplayState>? progress = null,
        Action<string?>? trouble = null,
        Persistence? persistence = null,
        TimeSpan? patience = null,
        CancellationToken stop = default)
    {
        using var recording = recorded.Open();
        using var api = new PartnerApi(receiver.Address, null, patience ?? Timeout.InfiniteTimeSpan, time);
        var file = new ReplayStateFile(recorded.StatePath);
        var sender = new SteadySender(api, persistence ?? new Persistence(), time, trouble ?? (_ => { }));
        var player = new ReplayPlayer(recording, sender, file, new Pace(), time);
        return await player.PlayAsync(file.Load(recording.Fingerprint, receiver.Address, restart: false), progress ?? NoProgress, stop);
    }
}
