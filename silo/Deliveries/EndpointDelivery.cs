using System.Security.Cryptography;
using Microsoft.Extensions.Options;
using Tracking.Contracts.Identifiers;
using Tracking.Domain.Deliveries;
using Tracking.Journal;
using Tracking.Journal.Deliveries;

namespace Tracking.Silo.Deliveries;

/// <summary>
/// Takes one endpoint as far as it goes now: along the feed, and through what is due. All that counts is in the journal: another
/// silo, or the same one after a crash, goes on where this one stopped, and at worst sends what was under way once more.
/// </summary>
internal sealed partial class EndpointDelivery(
    IDeliveryStore store, IJournalReader feed, NewsReader news, DeliveryClient client, DeliveryMetrics metrics, IOptions<DeliveriesOptions> options, TimeProvider time, ILogger<EndpointDelivery> logger)
{
    private const int FeedPage = 200;

    // A receiver that says 'later' is believed for so long.
    private static readonly TimeSpan LongestPause = TimeSpan.FromHours(24);

    /// <summary>Goes on until nothing more can be done now.</summary>
    public async Task RunAsync(PartnerEndpoint endpoint, CancellationToken cancellationToken)
    {
        var window = options.Value.AtOnce;
        while (!cancellationToken.IsCancellationRequested)
        {
            var moved = await QueueAsync(endpoint, cancellationToken);
            var (sent, failed) = await SendDueAsync(endpoint, window, cancellationToken);
            if (!moved && sent == 0)
            {
                return;
            }

            // One that does not answer well is asked one at a time until it does.
            window = failed > 0 ? 1 : Math.Min(window * 2, options.Value.AtOnce);
        }
    }

    /// <summary>Forgets what was kept for long enough.</summary>
    public ValueTask<int> ForgetAsync(string endpoint, CancellationToken cancellationToken) =>
        store.ForgetAsync(endpoint, At(time.GetUtcNow() - TimeSpan.FromDays(options.Value.KeepDays)), cancellationToken);

    private async Task<bool> QueueAsync(PartnerEndpoint endpoint, CancellationToken cancellationToken)
    {
        var place = await store.ReadAsync(endpoint.Key, cancellationToken)
            ?? await store.EnterAsync(endpoint.Key, await feed.ReadEndAsync(cancellationToken), cancellationToken);
        if (place.DisabledAt is not null || (await store.CountAsync(endpoint.Key, cancellationToken)).Waiting >= options.Value.MostWaiting)
        {
            return false;
        }

        try
        {
            var page = await store.ReadNewsAsync(place.Cursor, FeedPage, cancellationToken);
            if (page.Next == place.Cursor)
            {
                return false;
            }

            var messages = await news.ReadAsync(endpoint, page.Events, cancellationToken);
            await store.QueueAsync(endpoint.Key, place, page.Next, messages, At(time.GetUtcNow()), cancellationToken);
            return !page.Events.IsEmpty;
        }
        catch (FeedLostException)
        {
            LogFeedLost(endpoint.Key);
            await store.QueueAsync(endpoint.Key, place, await feed.ReadEndAsync(cancellationToken), [], At(time.GetUtcNow()), cancellationToken);
            return true;
        }
    }

    private async Task<(int Sent, int Failed)> SendDueAsync(PartnerEndpoint endpoint, int window, CancellationToken cancellationToken)
    {
        var now = At(time.GetUtcNow());
        if (await store.ReadAsync(endpoint.Key, cancellationToken) is not { DisabledAt: null } place || place.PausedUntil > now)
        {
            return default;
        }

        var due = await store.FindDueAsync(endpoint.Key, now, firstsOnly: true, window, cancellationToken);
        var done = await Task.WhenAll(due.Select(message => SendAsync(endpoint, message, cancellationToken)));
        return (due.Length, done.Count(delivered => !delivered));
    }

    private async Task<bool> SendAsync(PartnerEndpoint endpoint, Delivery message, CancellationToken cancellationToken)
    {
        var attempt = await client.SendAsync(endpoint.Entry, message.Id, message.Kind, message.Sequence, message.Body, cancellationToken);
        var now = time.GetUtcNow();
        if (attempt.IsDelivered)
        {
            await store.DeliveredAsync(endpoint.Key, [message], attempt.Answer, cancellationToken);
            metrics.Delivered(endpoint.Key, TimeSpan.FromMicroseconds(At(now) - message.MadeAt));
            return true;
        }

        if (attempt.IsGone)
        {
            await store.DisableAsync(endpoint.Key, At(now), cancellationToken);
            LogGone(endpoint.Key);
        }

        var wait = BackOff.After(message.Attempts + 1, Drawn());
        if (attempt.RetryAfter is { } asked && asked > TimeSpan.Zero)
        {
            var pause = asked < LongestPause ? asked : LongestPause;
            await store.PauseAsync(endpoint.Key, At(now + pause), cancellationToken);
            wait = pause > wait ? pause : wait;
        }

        // Asked to be left alone, or gone: that is no fault of this message, and no reason to give it up.
        var limit = (message.FirstAt ?? At(now)) + (long)TimeSpan.FromHours(options.Value.GiveUpHours).TotalMicroseconds;
        var givesUp = !attempt.IsGone && attempt.RetryAfter is null && At(now) >= limit;
        var givenUp = await store.FailedAsync(endpoint.Key, message, attempt.Answer, At(now), givesUp ? null : At(now + wait), cancellationToken);
        metrics.Failed(endpoint.Key, givenUp);
        if (givenUp > 0)
        {
            LogGivenUp(endpoint.Key, message.Shipment, givenUp);
        }

        return false;
    }

    private static double Drawn() => RandomNumberGenerator.GetInt32(1_000) / 1_000.0;

    private static long At(DateTimeOffset moment) => ReportedTime.From(moment).Microseconds;

    [LoggerMessage(4401, LogLevel.Warning, "Endpoint {Endpoint} answered 410 and is disabled until it is enabled again.")]
    private partial void LogGone(string endpoint);

    [LoggerMessage(4402, LogLevel.Warning, "Endpoint {Endpoint}: {Count} messages of shipment {Shipment} were given up.")]
    private partial void LogGivenUp(string endpoint, string shipment, int count);

    [LoggerMessage(4403, LogLevel.Warning, "The journal was restored or replaced; endpoint {Endpoint} goes on from its end.")]
    private partial void LogFeedLost(string endpoint);
}
