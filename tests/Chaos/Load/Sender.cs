using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;

namespace Tracking.Chaos.Load;

/// <summary>Sends requests of a plan and repeats what got no answer, as a carrier's integration does; remembers what was acknowledged.</summary>
internal sealed class Sender(IReadOnlyList<Uri> apis, LoadPlan plan, FactSet acknowledged, Findings findings) : IDisposable
{
    private readonly HttpClient[] clients = [.. apis.Select(api => new HttpClient { BaseAddress = api, Timeout = TimeSpan.FromSeconds(40) })];
    private int answered;
    private TaskCompletionSource progress = new(TaskCreationOptions.RunContinuationsAsynchronously);

    public int Answered => Volatile.Read(ref answered);

    /// <summary>Completes when so many requests were answered in all.</summary>
    public async Task AnsweredAsync(int requests)
    {
        for (; ; )
        {
            // Taken before looking: an answer in between completes it.
            var next = Volatile.Read(ref progress).Task;
            if (Answered >= requests)
            {
                return;
            }

            await next;
        }
    }

    public async Task SendAsync(int request, CancellationToken cancellationToken)
    {
        var body = plan.BodyOf(request);
        await SendUntilAcknowledgedAsync(request, body, knownBefore: false, cancellationToken);
        if (plan.IsRepeated(request))
        {
            await SendUntilAcknowledgedAsync(request, body, knownBefore: true, cancellationToken);
        }

        Interlocked.Increment(ref answered);
        Interlocked.Exchange(ref progress, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public void Dispose()
    {
        foreach (var client in clients)
        {
            client.Dispose();
        }
    }

    private async Task SendUntilAcknowledgedAsync(int request, byte[] body, bool knownBefore, CancellationToken cancellationToken)
    {
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        for (var attempt = 0; !await TrySendAsync(clients[(request + attempt) % clients.Length], request, body, knownBefore, cancellationToken); attempt++)
        {
            await again.WaitForNextTickAsync(cancellationToken);
        }
    }

    private async Task<bool> TrySendAsync(HttpClient client, int request, byte[] body, bool knownBefore, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new ByteArrayContent(body);
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var answer = await client.PostAsync(new Uri(LoadPlan.PathOf(request), UriKind.Relative), content, cancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.TooManyRequests))
            {
                return answer.StatusCode >= HttpStatusCode.InternalServerError
                    ? false
                    : throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
            }

            return Remember(request, await answer.Content.ReadAsByteArrayAsync(cancellationToken), knownBefore);
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Killed in the middle: nothing was acknowledged, all of it is sent again.
            return false;
        }
    }

    private bool Remember(int request, byte[] answer, bool knownBefore)
    {
        using var document = JsonDocument.Parse(answer);
        if (!document.RootElement.TryGetProperty("items", out var items) || items.GetArrayLength() != plan.FactsEach)
        {
            return false;
        }

        var (all, ordinal) = (true, plan.FirstOf(request));
        foreach (var item in items.EnumerateArray())
        {
            all &= Remember(ordinal++, item, knownBefore);
        }

        return all;
    }

    private bool Remember(long ordinal, JsonElement item, bool knownBefore)
    {
        switch (item.GetProperty("result").GetString())
        {
            case "accepted" when knownBefore || acknowledged.Contains(ordinal):
                findings.Add("again", $"fact {ordinal} of {plan.NumberOf(ordinal)} was acknowledged and then accepted as if it were new");
                return true;
            case "accepted" or "duplicate":
                acknowledged.Add(ordinal);
                return true;
            default:
                if (item.GetProperty("reason").GetString() is { } reason && reason != "busy")
                {
                    findings.Add("refused", $"fact {ordinal} of {plan.NumberOf(ordinal)}: {reason}");
                    return true;
                }

                return false;
        }
    }
}
