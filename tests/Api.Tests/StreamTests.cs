using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tracking.Api.Tests;

/// <summary>Bodies without end, callers that go away or do not listen, and a silo that has enough.</summary>
/// <remarks>Alone in its process while it runs: it looks at the memory.</remarks>
[Collection(nameof(Alone))]
public sealed class StreamTests
{
    private const string Ndjson = "application/x-ndjson";

    [Fact]
    public async Task A_million_lines_pass_through_in_flat_memory()
    {
        await using var silo = await Silo.StartAsync();
        silo.World.Remembers = false;
        var atStart = GC.GetTotalMemory(forceFullCollection: true);
        long most = 0;
        Task Watch(long line)
        {
            most = Math.Max(most, line % 50_000 < 300 ? GC.GetTotalMemory(forceFullCollection: true) : 0);
            return Task.CompletedTask;
        }

        var (response, answer) = await silo.PostAsync("/v1/scans", new GeneratedLines(1_000_000, i => i % 1_000 == 0 ? "{\"broken" : Bodies.Scan($"N{i % 5_000}", $"e-{i}"), Watch), Ndjson);
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
        Assert.Equal((999_000, 1_000, 1_000_000), (answer.GetProperty("accepted").GetInt32(), answer.GetProperty("rejected").GetInt32(), answer.GetProperty("settledLines").GetInt32()));
        Assert.Equal(999_000, silo.World.Received);
        Assert.True(most - atStart < 64_000_000, $"{(most - atStart) / 1_000_000} MB live while a body of 120 MB passed");
    }

    [Fact]
    public async Task A_body_whose_connection_is_lost_keeps_its_whole_lines_and_the_silo_goes_on()
    {
        await using var silo = await Silo.StartAsync();
        silo.World.Remembers = false;
        using (var socket = await ConnectAsync(silo))
        {
            await SendAsync(socket, $"POST /v1/scans HTTP/1.1\r\nHost: x\r\nContent-Type: {Ndjson}\r\nContent-Length: 100000000\r\n\r\n");
            await SendAsync(socket, Bodies.Lines(Enumerable.Range(0, 5_000).Select(i => Bodies.Scan($"N{i}"))) + "{\"carrier\":\"u");
            await WaitAsync(() => silo.World.Received >= 5_000);
        }

        Assert.Equal(5_000, silo.World.Received);
        var (response, _) = await silo.PostAsync("/v1/scans", Bodies.Scan());
        Assert.Equal(HttpStatusCode.OK, response.StatusCode);
    }

    [Fact]
    public async Task A_body_that_breaks_off_on_a_connection_that_lives_says_where_to_go_on()
    {
        await using var silo = await Silo.StartAsync();
        using var socket = await ConnectAsync(silo);
        var lines = Bodies.Lines([Bodies.Scan(), Bodies.Scan("B1")]) + "{\"carr";
        await SendAsync(socket, $"POST /v1/scans HTTP/1.1\r\nHost: x\r\nContent-Type: {Ndjson}\r\nTransfer-Encoding: chunked\r\n\r\n{lines.Length:x}\r\n{lines}\r\n");
        await WaitAsync(() => silo.World.Received == 2);
        await SendAsync(socket, "this is no chunk\r\n");
        var answer = await ReceiveAsync(socket);
        Assert.StartsWith("HTTP/1.1 400", answer, StringComparison.Ordinal);
        Assert.Contains("\"settledLines\":2", answer, StringComparison.Ordinal);
        Assert.Contains("\"goOnFrom\":3", answer, StringComparison.Ordinal);
        Assert.Equal(2, silo.World.Received);
    }

    [Fact]
    public async Task A_caller_that_sends_everything_before_it_reads_anything_does_not_hang()
    {
        await using var silo = await Silo.StartAsync(keys: true);
        silo.World.Remembers = false;
        foreach (var (key, status) in new[] { (Silo.CarrierKey, "200"), ("wrong", "401") })
        {
            using var socket = await ConnectAsync(silo);
            var body = Encoding.UTF8.GetBytes(Bodies.Lines(Enumerable.Repeat("{}", 2_000_000)));
            await SendAsync(socket, $"POST /v1/scans HTTP/1.1\r\nHost: x\r\nX-Api-Key: {key}\r\nContent-Type: {Ndjson}\r\nContent-Length: {body.Length}\r\n\r\n");
            await socket.SendAsync(body);
            Assert.StartsWith($"HTTP/1.1 {status}", await ReceiveAsync(socket), StringComparison.Ordinal);
        }
    }

    [Fact]
    public async Task Past_the_bound_an_array_is_answered_429_and_nothing_of_it_is_taken()
    {
        await using var silo = await Silo.StartAsync(settings: ("Ingest:FactsInFlight", "10000"));
        var open = new TaskCompletionSource();
        var begun = 0;
        silo.World.BeforeReceive = _ =>
        {
            Interlocked.Increment(ref begun);
            return new ValueTask(open.Task);
        };
        var blocked = Enumerable.Range(0, 2).Select(k => silo.PostAsync("/v1/scans", Bodies.Array(Enumerable.Range(0, 5_000).Select(i => Bodies.Scan($"K{k}-{i}"))))).ToArray();
        await WaitAsync(() => Volatile.Read(ref begun) == 10_000);
        var refused = await silo.PostAsync("/v1/scans", Bodies.Array([Bodies.Scan("X"), "{}"]));
        Assert.Equal(HttpStatusCode.TooManyRequests, refused.Response.StatusCode);
        Assert.Equal(TimeSpan.FromSeconds(1), refused.Response.Headers.RetryAfter!.Delta);
        Assert.Equal((0, 0), (refused.Body.GetProperty("goOnFrom").GetInt32(), refused.Body.GetProperty("accepted").GetInt32()));
        Assert.Equal(["busy", "malformed"], refused.Body.GetProperty("items").EnumerateArray().Select(i => i.GetProperty("reason").GetString()));
        open.SetResult();
        foreach (var (_, answer) in await Task.WhenAll(blocked))
        {
            Assert.Equal(5_000, answer.GetProperty("accepted").GetInt32());
        }
    }

    [Fact]
    public async Task A_body_of_lines_that_finds_no_room_says_up_to_which_line_it_is_settled()
    {
        await using var silo = await Silo.StartAsync(settings: [("Ingest:LinesTogether", "100"), ("Ingest:Retries", "0")]);
        silo.World.BeforeReceive = key => key == "ups/N7777" ? throw new TimeoutException() : ValueTask.CompletedTask;
        var (response, problem) = await silo.PostAsync("/v1/scans", new GeneratedLines(200_000, i => Bodies.Scan($"N{i}")), Ndjson);
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.NotNull(response.Headers.RetryAfter);
        Assert.Equal((7_776, 7_777, 7_776), (problem.GetProperty("settledLines").GetInt32(), problem.GetProperty("goOnFrom").GetInt32(), problem.GetProperty("accepted").GetInt32()));
        Assert.Contains("go on from line 7777", problem.GetProperty("detail").GetString(), StringComparison.Ordinal);
        Assert.True(silo.World.Received < 8_000);
    }

    [Fact]
    public async Task Faults_of_the_way_are_tried_again()
    {
        await using var silo = await Silo.StartAsync(settings: ("Ingest:RetryMilliseconds", "1"));
        var faults = 2;
        silo.World.BeforeReceive = key => key == "ups/B1" && faults-- > 0 ? throw new TimeoutException() : ValueTask.CompletedTask;
        var (_, answer) = await silo.PostAsync("/v1/scans", Bodies.Array([Bodies.Scan(), Bodies.Scan("B1")]));
        Assert.Equal(2, answer.GetProperty("accepted").GetInt32());
        silo.World.BeforeReceive = key => key == "ups/B1" ? throw new InvalidOperationException("a fault inside") : ValueTask.CompletedTask;
        var (response, problem) = await silo.PostAsync("/v1/scans", Bodies.Array([Bodies.Scan(id: "e-2"), Bodies.Scan("B1", "e-2"), Bodies.Scan("C1")]));
        Assert.Equal(HttpStatusCode.TooManyRequests, response.StatusCode);
        Assert.Equal((2, 1), (problem.GetProperty("accepted").GetInt32(), problem.GetProperty("goOnFrom").GetInt32()));
    }

    private static async Task<Socket> ConnectAsync(Silo silo)
    {
        var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
        await socket.ConnectAsync(silo.Address.Host, silo.Address.Port);
        return socket;
    }

    private static async Task SendAsync(Socket socket, string text) => await socket.SendAsync(Encoding.UTF8.GetBytes(text));

    /// <summary>Reads an answer that is chunked or ends the connection.</summary>
    private static async Task<string> ReceiveAsync(Socket socket)
    {
        var text = new StringBuilder();
        var buffer = new byte[65_536];
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!text.ToString().EndsWith("0\r\n\r\n", StringComparison.Ordinal))
        {
            var read = await socket.ReceiveAsync(buffer, limit.Token);
            if (read == 0)
            {
                break;
            }

            text.Append(Encoding.UTF8.GetString(buffer, 0, read));
        }

        return text.ToString();
    }

    private static async Task WaitAsync(Func<bool> condition)
    {
        using var limit = new CancellationTokenSource(TimeSpan.FromSeconds(60));
        while (!condition())
        {
            limit.Token.ThrowIfCancellationRequested();
            await Task.Yield();
        }
    }
}

/// <summary>Tests that run while no other does.</summary>
[CollectionDefinition(nameof(Alone), DisableParallelization = true)]
public sealed class Alone;
