using System.Net;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json;
using Tracking.Contracts.Facts;

namespace Tracking.Chaos;

/// <summary>Sends scans of a few hundred shipments in small arrays and repeats what got no answer, as a carrier's integration does.</summary>
internal sealed class Sender(Uri api, Acknowledged acknowledged) : IDisposable
{
    private readonly HttpClient http = new() { BaseAddress = api, Timeout = TimeSpan.FromSeconds(40) };
    private int answered;
    private TaskCompletionSource progress = new(TaskCreationOptions.RunContinuationsAsynchronously);

    /// <summary>Completes when so many arrays were answered in all.</summary>
    public async Task AnsweredAsync(int arrays)
    {
        while (Volatile.Read(ref answered) < arrays)
        {
            await progress.Task;
        }
    }

    public async Task SendAsync(IReadOnlyList<(string Number, string Id, string Json)> scans, CancellationToken cancellationToken)
    {
        var body = "[" + string.Join(',', scans.Select(s => s.Json)) + "]";
        using var again = new PeriodicTimer(TimeSpan.FromMilliseconds(50));
        while (!await TrySendAsync(scans, body, cancellationToken))
        {
            await again.WaitForNextTickAsync(cancellationToken);
        }

        Interlocked.Increment(ref answered);
        Interlocked.Exchange(ref progress, new(TaskCreationOptions.RunContinuationsAsynchronously)).SetResult();
    }

    public void Dispose() => http.Dispose();

    private async Task<bool> TrySendAsync(IReadOnlyList<(string Number, string Id, string Json)> scans, string body, CancellationToken cancellationToken)
    {
        try
        {
            using var content = new StringContent(body, Encoding.UTF8, new MediaTypeHeaderValue("application/json"));
            using var answer = await http.PostAsync(new Uri("/v1/scans", UriKind.Relative), content, cancellationToken);
            if (answer.StatusCode is not (HttpStatusCode.OK or HttpStatusCode.TooManyRequests))
            {
                return answer.StatusCode >= HttpStatusCode.InternalServerError
                    ? false
                    : throw new InvalidOperationException($"{answer.StatusCode}: {await answer.Content.ReadAsStringAsync(cancellationToken)}");
            }

            return Remember(scans, await answer.Content.ReadAsStringAsync(cancellationToken));
        }
        catch (Exception exception) when (exception is HttpRequestException or IOException || (exception is TaskCanceledException && !cancellationToken.IsCancellationRequested))
        {
            // Killed in the middle: nothing was acknowledged, all of it is sent again.
            return false;
        }
    }

    private bool Remember(IReadOnlyList<(string Number, string Id, string Json)> scans, string answer)
    {
        using var document = JsonDocument.Parse(answer);
        if (!document.RootElement.TryGetProperty("items", out var items))
        {
            return false;
        }

        var all = true;
        foreach (var (item, scan) in items.EnumerateArray().Zip(scans))
        {
            var result = item.GetProperty("result").GetString();
            if (result is "accepted" or "duplicate")
            {
                acknowledged.Add(scan.Number, scan.Id, result == "accepted" ? FactResult.Accepted : FactResult.Duplicate);
            }
            else
            {
                all = false;
            }
        }

        return all && items.GetArrayLength() == scans.Count;
    }
}
