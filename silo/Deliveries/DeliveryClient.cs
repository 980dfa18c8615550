using System.Globalization;
using System.Net;
using System.Net.Http.Headers;
using Microsoft.Extensions.Options;

namespace Tracking.Silo.Deliveries;

/// <summary>What an attempt came to.</summary>
/// <param name="IsDelivered">Whether the receiver has it.</param>
/// <param name="Answer">In a few words, for people.</param>
/// <param name="IsGone">Whether the receiver wants nothing more.</param>
/// <param name="RetryAfter">How long it wants to be left alone; null where it did not say.</param>
internal sealed record DeliveryAttempt(bool IsDelivered, string Answer, bool IsGone = false, TimeSpan? RetryAfter = null);

/// <summary>Sends one message. Follows no redirect, keeps no cookie, knows no proxy, reads nothing of the answer but its head.</summary>
internal sealed class DeliveryClient : IDisposable
{
    private readonly HttpClient http;
    private readonly TimeProvider time;
    private readonly TimeSpan timeout;

    public DeliveryClient(TargetRules targets, IOptions<DeliveriesOptions> options, TimeProvider time)
    {
        this.time = time;
        timeout = TimeSpan.FromSeconds(options.Value.TimeoutSeconds);
        http = new HttpClient(new SocketsHttpHandler
        {
            AllowAutoRedirect = false,
            UseCookies = false,
            UseProxy = false,
            ConnectCallback = targets.ConnectAsync,
            MaxConnectionsPerServer = 64,
            MaxResponseHeadersLength = 16,
            ActivityHeadersPropagator = null,

            // A name that comes to mean another address is checked again soon.
            PooledConnectionLifetime = TimeSpan.FromMinutes(2),
        })
        { Timeout = Timeout.InfiniteTimeSpan };
    }

    /// <summary>Sends a message.</summary>
    /// <param name="endpoint">Where to.</param>
    /// <param name="id">Its id.</param>
    /// <param name="kind">What it tells.</param>
    /// <param name="sequence">Its place among the endpoint's messages; null for a test call.</param>
    /// <param name="body">What is sent.</param>
    /// <param name="cancellationToken">Gives up.</param>
    public async Task<DeliveryAttempt> SendAsync(EndpointEntry endpoint, string id, string kind, long? sequence, ReadOnlyMemory<byte> body, CancellationToken cancellationToken)
    {
        using var patience = new CancellationTokenSource(timeout, time);
        using var either = CancellationTokenSource.CreateLinkedTokenSource(patience.Token, cancellationToken);
        try
        {
            using var request = RequestOf(endpoint, id, kind, sequence, body);
            using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, either.Token);
            return AttemptOf(response);
        }
        catch (OperationCanceledException) when (!cancellationToken.IsCancellationRequested)
        {
            return new DeliveryAttempt(false, $"no answer within {timeout.TotalSeconds} s");
        }
        catch (HttpRequestException exception)
        {
            // The message of a library may name addresses of our network.
            var refused = exception.InnerException is TargetRefusedException || exception.GetBaseException() is TargetRefusedException;
            return new DeliveryAttempt(false, refused ? "refused: its address is not public" : $"not reached: {exception.HttpRequestError}");
        }
    }

    public void Dispose() => http.Dispose();

    private HttpRequestMessage RequestOf(EndpointEntry endpoint, string id, string kind, long? sequence, ReadOnlyMemory<byte> body)
    {
        var now = time.GetUtcNow();
        var content = new ReadOnlyMemoryContent(body);
        content.Headers.ContentType = MediaTypeHeaderValue.Parse(endpoint.Shape == DeliveryShape.Epcis && sequence is not null ? Formats.Epcis.EpcisWriter.MediaType : Api.JsonAnswer.MediaType);
        var request = new HttpRequestMessage(HttpMethod.Post, endpoint.Url) { Content = content };
        request.Headers.TryAddWithoutValidation("webhook-id", id);
        request.Headers.TryAddWithoutValidation("webhook-timestamp", now.ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture));
        request.Headers.TryAddWithoutValidation("webhook-signature", WebhookSignature.Of(id, now, body.Span, endpoint.Secrets));
        request.Headers.TryAddWithoutValidation("tracking-event", kind);
        if (sequence is { } place)
        {
            request.Headers.TryAddWithoutValidation("tracking-sequence", place.ToString(CultureInfo.InvariantCulture));
        }

        return request;
    }

    private DeliveryAttempt AttemptOf(HttpResponseMessage response)
    {
        var answer = ((int)response.StatusCode).ToString(CultureInfo.InvariantCulture);
        return response switch
        {
            { IsSuccessStatusCode: true } => new DeliveryAttempt(true, answer),
            { StatusCode: HttpStatusCode.Gone } => new DeliveryAttempt(false, answer, IsGone: true),
            { StatusCode: >= HttpStatusCode.MultipleChoices and < HttpStatusCode.BadRequest } => new DeliveryAttempt(false, $"{answer}: redirects are not followed"),
            _ => new DeliveryAttempt(false, answer, RetryAfter: response.Headers.RetryAfter switch
            {
                { Delta: { } wait } => wait,
                { Date: { } at } => at - time.GetUtcNow(),
                _ => null,
            }),
        };
    }
}
