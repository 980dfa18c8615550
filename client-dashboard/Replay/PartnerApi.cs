using System.Buffers;
using System.Net;
using System.Net.Http.Headers;
using Tracking.Dashboard.Commands;

namespace Tracking.Dashboard.Replay;

/// <summary>One attempt to hand in an array of facts.</summary>
/// <param name="Answers">What became of each; empty where the attempt must be made again.</param>
/// <param name="RetryAfter">How long the server asks to wait; null where it does not say.</param>
/// <param name="Problem">Why it must be made again; null where it need not.</param>
internal readonly record struct Attempt(IReadOnlyList<ItemAnswer> Answers, TimeSpan? RetryAfter, string? Problem);

/// <summary>The partner API as a sender of facts sees it.</summary>
internal sealed class PartnerApi : IDisposable
{
    /// <summary>The most facts that one array may hold.</summary>
    public const int MostItems = 500;

    public const string KeyHeader = "X-Api-Key";

    private readonly HttpClient http;
    private readonly TimeProvider time;
    private readonly TimeSpan patience;

    /// <param name="to">The address of the partner API.</param>
    /// <param name="key">The key that says for whom facts are handed in; null where none is required.</param>
    /// <param name="patience">How long one request may take.</param>
    /// <param name="time">The clock.</param>
    public PartnerApi(Uri to, string? key, TimeSpan patience, TimeProvider time)
    {
        (this.time, this.patience) = (time, patience);
        http = new HttpClient(new SocketsHttpHandler { ConnectTimeout = TimeSpan.FromSeconds(5), AllowAutoRedirect = false })
        {
            BaseAddress = to.AbsoluteUri.EndsWith('/') ? to : new Uri(to.AbsoluteUri + "/"),
            Timeout = Timeout.InfiniteTimeSpan,
        };
        if (key is not null)
        {
            http.DefaultRequestHeaders.Add(KeyHeader, key);
        }
    }

    public Uri Address => http.BaseAddress!;

    /// <summary>Hands an array in, once.</summary>
    /// <exception cref="CommandFailedException">The server refuses for a reason that no repetition changes.</exception>
    public async Task<Attempt> PostAsync(FactKind kind, IReadOnlyList<ReadOnlyMemory<byte>> facts, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var content = new ReadOnlyMemoryContent(Array(facts));
            content.Headers.ContentType = new MediaTypeHeaderValue("application/json");
            using var response = await http.PostAsync(new Uri(kind.Path(), UriKind.Relative), content, both.Token);
            var body = await response.Content.ReadAsByteArrayAsync(both.Token);
            return Judge(kind, facts.Count, response, body);
        }
        catch (Exception problem) when (problem is HttpRequestException or IOException or OperationCanceledException)
        {
            cancellationToken.ThrowIfCancellationRequested();
            return new Attempt([], null, problem is OperationCanceledException ? $"no answer within {patience.TotalSeconds:0} s" : problem.Message);
        }
    }

    /// <summary>Reads a resource, once; null where it is not there.</summary>
    /// <exception cref="HttpRequestException">No answer, or one that a repetition may change.</exception>
    /// <exception cref="CommandFailedException">The server refuses for a reason that no repetition changes.</exception>
    public async Task<byte[]?> GetAsync(string path, CancellationToken cancellationToken)
    {
        using var limit = new CancellationTokenSource(patience, time);
        using var both = CancellationTokenSource.CreateLinkedTokenSource(limit.Token, cancellationToken);
        try
        {
            using var response = await http.GetAsync(new Uri(path, UriKind.Relative), both.Token);
            var body = await response.Content.ReadAsByteArrayAsync(both.Token);
            return response.StatusCode switch
            {
                HttpStatusCode.NotFound => null,
                HttpStatusCode.OK => body,
                _ when MayPass(response.StatusCode) => throw new HttpRequestException($"answered {(int)response.StatusCode}", null, response.StatusCode),
                _ => throw Refused($"GET {path}", response.StatusCode, body),
            };
        }
        catch (Exception problem) when (problem is IOException or OperationCanceledException && !cancellationToken.IsCancellationRequested)
        {
            throw new HttpRequestException(problem is OperationCanceledException ? $"no answer within {patience.TotalSeconds:0} s" : problem.Message, problem);
        }
    }

    public void Dispose() => http.Dispose();

    private Attempt Judge(FactKind kind, int count, HttpResponseMessage response, byte[] body)
    {
        if (response.IsSuccessStatusCode)
        {
            return ItemAnswers.Read(body) is { } answers && answers.Count == count
                ? new Attempt(answers, null, null)
                : throw new CommandFailedException(
                    $"{Address}{kind.Path()} did not answer with one result for each of {count} facts; check that --to names the partner API of this product.",
                    ExitCodes.NoAnswer);
        }

        if (!MayPass(response.StatusCode))
        {
            throw Refused($"POST {kind.Path()}", response.StatusCode, body);
        }

        var after = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - time.GetUtcNow(),
            _ => (TimeSpan?)null,
        };
        // An array that was too much at once may still be settled in parts.
        var settled = ItemAnswers.Read(body) is { } results && results.Count == count ? results : [];
        return new Attempt(settled, after, $"answered {(int)response.StatusCode}");
    }

    private static bool MayPass(HttpStatusCode status) =>
        status is HttpStatusCode.TooManyRequests or HttpStatusCode.RequestTimeout || (int)status >= 500;

    private CommandFailedException Refused(string what, HttpStatusCode status, byte[] body)
    {
        var remedy = status switch
        {
            HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden => "Give a key with --key that may speak for these sources.",
            HttpStatusCode.NotFound => "Check that --to names the partner API.",
            _ => "Correct the input and run the command again.",
        };
        return new CommandFailedException($"{Address} refused {what} with {(int)status}{ItemAnswers.ProblemDetail(body)}. {remedy}", ExitCodes.NoAnswer);
    }

    private static ReadOnlyMemory<byte> Array(IReadOnlyList<ReadOnlyMemory<byte>> facts)
    {
        var buffer = new ArrayBufferWriter<byte>(facts.Sum(fact => fact.Length + 1) + 1);
        for (var i = 0; i < facts.Count; i++)
        {
            buffer.Write(i == 0 ? "["u8 : ","u8);
            buffer.Write(facts[i].Span);
        }

        buffer.Write("]"u8);
        return buffer.WrittenMemory;
    }
}
