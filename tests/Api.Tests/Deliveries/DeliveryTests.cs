using System.Net;
using System.Text;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.Options;
using Tracking.Journal.Deliveries;

namespace Tracking.Api.Tests.Deliveries;

/// <summary>What partners are told: against a receiver that fails, stalls and comes back.</summary>
public sealed class DeliveryTests
{
    [Fact]
    public async Task A_hold_and_its_lifting_are_told_once_each_in_order_and_signed()
    {
        await using var world = await DeliveryWorld.StartAsync();
        await world.HoldAsync("A1", "H1");
        await world.RunAsync();
        await world.LiftAsync("A1", "H1");
        await world.RunAsync();
        await world.RunAsync();

        var all = world.Receiver.All.ToArray();
        Assert.Equal(["hold.placed", "hold.lifted"], all.Select(r => r.Kind));
        Assert.Equal("H1", all[0].Json.GetProperty("data").GetProperty("hold").GetProperty("id").GetString());
        Assert.Equal("Counterfeit mark", all[0].Json.GetProperty("data").GetProperty("hold").GetProperty("reason").GetString());
        Assert.Equal([1, 0], all.Select(r => r.Json.GetProperty("data").GetProperty("openHolds").GetInt32()));
        Assert.All(all, r => Assert.True(r.IsSignedWith(DeliveryWorld.Old)));
        Assert.Equal(2, all.Select(r => r.Id).Distinct().Count());
    }

    [Fact]
    public async Task A_restricted_reason_is_told_to_authorities_only()
    {
        await using var receiver = await Receiver.StartAsync();
        await using var world = await DeliveryWorld.StartAsync(
            ("Partners:1:deliveries:0:id", "own"), ("Partners:1:deliveries:0:url", receiver.Url), ("Partners:1:deliveries:0:secrets:0", DeliveryWorld.New));
        await world.RunAsync("us-cbp/own");
        await world.HoldAsync("A1", "H1", isRestricted: true);
        await world.RunAsync();
        await world.RunAsync("us-cbp/own");

        Assert.DoesNotContain("Counterfeit", Encoding.UTF8.GetString(Assert.Single(world.Receiver.All).Body), StringComparison.Ordinal);
        Assert.Contains("Counterfeit", Encoding.UTF8.GetString(Assert.Single(receiver.All).Body), StringComparison.Ordinal);
    }

    [Fact]
    public async Task While_one_secret_takes_over_from_another_a_message_is_signed_with_both()
    {
        await using var world = await DeliveryWorld.StartAsync(("Partners:0:deliveries:0:secrets:1", DeliveryWorld.New));
        await world.HoldAsync("A1", "H1");
        await world.RunAsync();
        var received = Assert.Single(world.Receiver.All);
        Assert.True(received.IsSignedWith(DeliveryWorld.Old) && received.IsSignedWith(DeliveryWorld.New));
    }

    [Fact]
    public async Task What_fails_is_sent_again_under_the_same_id_and_what_comes_later_waits_for_it_but_not_another_shipment()
    {
        await using var world = await DeliveryWorld.StartAsync();
        world.Receiver.Answer = (r, context) => Respond(context, r.Shipment == "A1" ? 500 : 200);
        await world.HoldAsync("A1", "H1");
        await world.LiftAsync("A1", "H1");
        await world.HoldAsync("B1", "H2");
        await world.RunAsync();
        Assert.Equal(["A1 hold.placed", "B1 hold.placed"], world.Receiver.All.Select(Told).Order());

        world.Receiver.Answer = (_, _) => Task.CompletedTask;
        await world.RunAsync();
        Assert.Equal(2, world.Receiver.All.Count);
        world.Time.Advance(TimeSpan.FromSeconds(5));
        await world.RunAsync();
        var ofA = world.Receiver.All.Where(r => r.Shipment == "A1").ToArray();
        Assert.Equal(["hold.placed", "hold.placed", "hold.lifted"], ofA.Select(r => r.Kind));
        Assert.Equal(ofA[0].Id, ofA[1].Id);
        Assert.Equal(ofA[0].Body, ofA[1].Body);
    }

    [Fact]
    public async Task After_the_limit_the_queue_of_the_shipment_is_dead_as_a_whole_and_comes_again_when_asked_for()
    {
        await using var world = await DeliveryWorld.StartAsync(("Deliveries:GiveUpHours", "1"));
        world.Receiver.Answer = (_, context) => Respond(context, 503);
        await world.HoldAsync("A1", "H1");
        await world.LiftAsync("A1", "H1");
        await world.RunAsync();
        world.Time.Advance(TimeSpan.FromHours(1));
        await world.RunAsync();

        var (_, dead) = await world.Silo.GetAsync("/v1/deliveries/main/messages?state=dead", Silo.CarrierKey);
        Assert.Equal(["hold.placed", "hold.lifted"], dead.GetProperty("messages").EnumerateArray().Select(m => m.GetProperty("type").GetString()));
        var (_, list) = await world.Silo.GetAsync("/v1/deliveries", Silo.CarrierKey);
        Assert.Equal((0, 2), (list.GetProperty("endpoints")[0].GetProperty("waiting").GetInt32(), list.GetProperty("endpoints")[0].GetProperty("dead").GetInt32()));

        world.Receiver.Answer = (_, _) => Task.CompletedTask;
        var before = world.Receiver.All.Count;
        var (response, _) = await world.Silo.PostAsync("/v1/deliveries/main/redeliver", """{"carrier":"ups","number":"A1"}""", key: Silo.CarrierKey);
        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        await world.RunAsync();
        Assert.Equal(["hold.placed", "hold.lifted"], world.Receiver.All.Skip(before).Select(r => r.Kind));
    }

    [Fact]
    public async Task A_receiver_that_asks_for_time_is_left_alone_for_so_long()
    {
        await using var world = await DeliveryWorld.StartAsync();
        world.Receiver.Answer = (_, context) =>
        {
            context.Response.Headers.RetryAfter = "600";
            return Respond(context, 429);
        };
        await world.HoldAsync("A1", "H1");
        await world.RunAsync();
        world.Receiver.Answer = (_, _) => Task.CompletedTask;
        await world.HoldAsync("B1", "H2");
        world.Time.Advance(TimeSpan.FromSeconds(599));
        await world.RunAsync();
        Assert.Single(world.Receiver.All);
        world.Time.Advance(TimeSpan.FromSeconds(1));
        await world.RunAsync();
        Assert.Equal(3, world.Receiver.All.Count);
    }

    [Fact]
    public async Task A_receiver_that_is_gone_is_told_nothing_until_it_is_enabled_and_then_misses_nothing()
    {
        await using var world = await DeliveryWorld.StartAsync();
        world.Receiver.Answer = (_, context) => Respond(context, 410);
        await world.HoldAsync("A1", "H1");
        await world.RunAsync();
        world.Receiver.Answer = (_, _) => Task.CompletedTask;
        await world.HoldAsync("B1", "H2");
        world.Time.Advance(TimeSpan.FromDays(3));
        await world.RunAsync();
        Assert.Single(world.Receiver.All);

        var (response, _) = await world.Silo.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/v1/deliveries/main/enable"), Silo.CarrierKey);
        Assert.Equal(HttpStatusCode.NoContent, response.StatusCode);
        await world.RunAsync();
        Assert.Equal(["A1 hold.placed", "A1 hold.placed", "B1 hold.placed"], world.Receiver.All.Select(Told).Order());
    }

    [Fact]
    public async Task A_receiver_that_stalls_is_given_up_after_the_timeout_and_tried_again()
    {
        await using var world = await DeliveryWorld.StartAsync();
        var (arrived, leave) = (new TaskCompletionSource(), new TaskCompletionSource());
        world.Receiver.Answer = (_, _) =>
        {
            arrived.TrySetResult();
            return leave.Task;
        };
        await world.HoldAsync("A1", "H1");
        var run = world.RunAsync();
        await arrived.Task;
        world.Time.Advance(TimeSpan.FromSeconds(15));
        await run;
        leave.SetResult();
        var message = Assert.Single(await world.Store.ListAsync(DeliveryWorld.Key, DeliveryState.Waiting, 0, 10, default));
        Assert.Equal((1, "no answer within 15 s"), (message.Attempts, message.Answer));
    }

    [Fact]
    public async Task What_was_under_way_when_the_silo_died_is_sent_again_under_its_id()
    {
        await using var world = await DeliveryWorld.StartAsync();
        using var killed = new CancellationTokenSource();
        var leave = new TaskCompletionSource();
        world.Receiver.Answer = async (_, _) =>
        {
            await killed.CancelAsync();
            await leave.Task;
        };
        await world.HoldAsync("A1", "H1");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => world.RunAsync(cancellationToken: killed.Token));
        world.Receiver.Answer = (_, _) => Task.CompletedTask;
        leave.SetResult();
        await world.RunAsync();
        Assert.Equal(2, world.Receiver.All.Count);
        Assert.Single(world.Receiver.All.Select(r => r.Id).Distinct());
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        await using var world = await DeliveryWorld.StartAsync();
        world.Receiver.Answer = (_, context) =>
        {
            context.Response.Headers.Location = world.Receiver.Url;
            return Respond(context, 307);
        };
        await world.HoldAsync("A1", "H1");
        await world.RunAsync();
        Assert.Single(world.Receiver.All);
        Assert.Contains("redirect", Assert.Single(await world.Store.ListAsync(DeliveryWorld.Key, DeliveryState.Waiting, 0, 10, default)).Answer, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Outside_the_embedded_mode_a_private_address_is_refused_when_it_is_called_unless_its_network_is_permitted()
    {
        await using var world = await DeliveryWorld.StartAsync();
        var url = world.Receiver.Url.Replace("127.0.0.1", "localhost", StringComparison.Ordinal);
        Assert.False(await PingAsync(world, url));
        Assert.Empty(world.Receiver.All);
        Assert.True(await PingAsync(world, url, "127.0.0.0/8"));
        Assert.Single(world.Receiver.All);
    }

    [Fact]
    public async Task A_plain_address_and_a_partner_who_would_be_told_nothing_stop_the_start_outside_the_embedded_mode()
    {
        var failure = await Assert.ThrowsAsync<OptionsValidationException>(() => Silo.StartAsync(
            keys: true,
            ("Cluster:Kind", "postgres"),
            ("Partners:2:deliveries:0:id", "main"),
            ("Partners:2:deliveries:0:url", "http://example.com/"),
            ("Partners:2:deliveries:0:secrets:0", "whsec_short")));
        Assert.Contains("speaks for no carrier", failure.Message, StringComparison.Ordinal);
        Assert.Contains("on http", failure.Message, StringComparison.Ordinal);
        Assert.Contains("secrets:0 is no secret", failure.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_test_call_is_signed_and_says_what_came_of_it()
    {
        await using var world = await DeliveryWorld.StartAsync();
        var (_, answer) = await world.Silo.SendAsync(new HttpRequestMessage(HttpMethod.Post, "/v1/deliveries/main/ping"), Silo.CarrierKey);
        Assert.True(answer.GetProperty("delivered").GetBoolean());
        var received = Assert.Single(world.Receiver.All);
        Assert.Equal("ping", received.Kind);
        Assert.True(received.IsSignedWith(DeliveryWorld.Old));
    }

    [Theory]
    [InlineData("""{"message":"msg_1","after":0}""", "")]
    [InlineData("""{"after":-1}""", "/after")]
    [InlineData("""{"carrier":"ups"}""", "/number")]
    [InlineData("""{"since":1}""", "/since")]
    [InlineData("[]", "")]
    public async Task What_is_to_be_sent_again_is_said_in_exactly_one_way(string body, string field)
    {
        await using var world = await DeliveryWorld.StartAsync();
        var (response, problem) = await world.Silo.PostAsync("/v1/deliveries/main/redeliver", body, key: Silo.CarrierKey);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(field, problem.GetProperty("errors")[0].GetProperty("field").GetString());
    }

    [Fact]
    public async Task Another_partner_sees_nothing_of_an_endpoint()
    {
        await using var world = await DeliveryWorld.StartAsync();
        Assert.Equal(HttpStatusCode.NotFound, (await world.Silo.GetAsync("/v1/deliveries/main/messages", Silo.CustomsKey)).Response.StatusCode);
        Assert.Equal(0, (await world.Silo.GetAsync("/v1/deliveries", Silo.CustomsKey)).Body.GetProperty("endpoints").GetArrayLength());
    }

    private static async Task<bool> PingAsync(DeliveryWorld world, string url, params string[] permitted)
    {
        var rules = new Tracking.Silo.Deliveries.TargetRules(false, [.. permitted.Select(IPNetwork.Parse)]);
        using var client = new Tracking.Silo.Deliveries.DeliveryClient(rules, Options.Create(new Tracking.Silo.Deliveries.DeliveriesOptions()), TimeProvider.System);
        var entry = new Tracking.Silo.Deliveries.EndpointEntry
        {
            Id = "x",
            Url = new Uri(url),
            Secrets = [new byte[24]],
            Events = new HashSet<Domain.Deliveries.NewsKind>(),
            Shape = Tracking.Silo.Deliveries.DeliveryShape.Json,
        };
        var attempt = await client.SendAsync(entry, "msg_1", "ping", null, "{}"u8.ToArray(), default);
        Assert.True(attempt.IsDelivered || attempt.Answer.StartsWith("refused", StringComparison.Ordinal), attempt.Answer);
        return attempt.IsDelivered;
    }

    private static string Told(Received received) => $"{received.Shipment} {received.Kind}";

    private static Task Respond(HttpContext context, int status)
    {
        context.Response.StatusCode = status;
        return Task.CompletedTask;
    }
}
