using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Tracking.Contracts.Shipments;
using Tracking.Grains.Shipments;
using Tracking.Grains.Shipments.Homes;

namespace Tracking.Silo.Ingest;

/// <summary>
/// Hands facts to their shipments, within a bound for the whole silo: ordinary scans of shipments that live here all at
/// once, those that live at other silos with one message a silo, the rest with one call a shipment.
/// </summary>
/// <remarks>
/// Trying again is safe because a fact that is known already is a duplicate. Nothing is taken back when a caller goes
/// away: what was appended stays, and the caller learns of it when he sends it again.
/// </remarks>
internal sealed partial class FactIngest : IAsyncDisposable
{
    private readonly IGrainFactory _grains;
    private readonly IResidentShipments _residents;
    private readonly IShipmentRelays _relays;
    private readonly IngestOptions _options;
    private readonly TimeProvider _time;
    private readonly ILogger<FactIngest> _logger;
    private readonly ConcurrencyLimiter _facts;
    private readonly ConcurrencyLimiter _bodies;

    public FactIngest(
        IGrainFactory grains, IResidentShipments residents, IShipmentRelays relays, IOptions<IngestOptions> options, TimeProvider time, ILogger<FactIngest> logger)
    {
        _grains = grains;
        _residents = residents;
        _relays = relays;
        _options = options.Value;
        _time = time;
        _logger = logger;
        _facts = new ConcurrencyLimiter(Bound(_options.FactsInFlight, queue: 4 * _options.FactsInFlight));
        _bodies = new ConcurrencyLimiter(Bound(_options.Bodies, queue: 0));
    }

    /// <summary>Makes room for reading a body, or says that there is none.</summary>
    public RateLimitLease? TryOpenBody() => Held(_bodies.AttemptAcquire());

    /// <summary>Hands a batch in if there is room now; answers when every accepted fact is durable.</summary>
    /// <returns>Whether there was room; if not, every fact is busy.</returns>
    public async ValueTask<bool> TryIngestAsync(FactBatch batch)
    {
        using var room = Held(_facts.AttemptAcquire(batch.Facts));
        return await IngestWithinAsync(room, batch);
    }

    /// <summary>Hands a batch in, waiting for room as long as the patience lasts; answers when every accepted fact is durable.</summary>
    /// <returns>Whether there was room; if not, every fact is busy.</returns>
    public async ValueTask<bool> IngestAsync(FactBatch batch)
    {
        var room = Held(_facts.AttemptAcquire(batch.Facts));
        if (room is null && _options.PatienceSeconds > 0)
        {
            using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(_options.PatienceSeconds), _time);
            try
            {
                room = Held(await _facts.AcquireAsync(batch.Facts, patience.Token));
            }
            catch (OperationCanceledException) when (patience.IsCancellationRequested)
            {
                // No room within the patience: the caller is told to come again.
            }
        }

        using (room)
        {
            return await IngestWithinAsync(room, batch);
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _facts.DisposeAsync();
        await _bodies.DisposeAsync();
    }

    private static ConcurrencyLimiterOptions Bound(int permits, int queue) =>
        new() { PermitLimit = permits, QueueLimit = queue, QueueProcessingOrder = QueueProcessingOrder.OldestFirst };

    private static RateLimitLease? Held(RateLimitLease lease)
    {
        if (lease.IsAcquired)
        {
            return lease;
        }

        lease.Dispose();
        return null;
    }

    private async ValueTask<bool> IngestWithinAsync(RateLimitLease? room, FactBatch batch)
    {
        if (room is null)
        {
            batch.SettleBusy();
            return false;
        }

        batch.Group();
        await _residents.ReceiveAsync(batch.Arriving);
        await _relays.ReceiveAsync(batch.Arriving);
        var left = await CallAsync(batch);
        for (var attempt = 0; left > 0 && attempt < _options.Retries; attempt++)
        {
            await Task.Delay(TimeSpan.FromMilliseconds(_options.RetryMilliseconds << attempt), _time);
            left = await CallAsync(batch);
        }

        if (left > 0)
        {
            GaveUp(left, _options.Retries);
        }

        batch.Settle();
        return true;
    }

    /// <summary>Calls every shipment that is not settled yet; gives how many still can be reached by trying again.</summary>
    private async ValueTask<int> CallAsync(FactBatch batch)
    {
        for (var i = 0; i < batch.Groups.Length; i++)
        {
            if (batch.Arriving.Span[i].Outcomes.IsDefault && !batch.Groups[i].Failed)
            {
                batch.Groups[i].Call = SendAsync(batch, i);
            }
        }

        var left = 0;
        for (var i = 0; i < batch.Groups.Length; i++)
        {
            if (batch.Groups[i].Call is { } call)
            {
                left += await call ? 0 : 1;
                batch.Groups[i].Call = null;
            }
        }

        return left;
    }

    /// <summary>Hands one shipment its facts; gives whether that is the end of it. Any other fault than of the way there is final: busy.</summary>
    private async Task<bool> SendAsync(FactBatch batch, int index)
    {
        try
        {
            var (number, facts) = batch.Arriving.Span[index];
            var outcomes = await _grains.GetGrain<IShipmentGrain>(number.ToString()).ReceiveAsync(facts);
            batch.Arriving.Span[index].Outcomes = outcomes;
            return true;
        }
        catch (Exception exception) when (Transient.Is(exception))
        {
            return false;
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            Failed(exception);
            batch.Groups[index].Failed = true;
            return true;
        }
    }

    [LoggerMessage(4101, LogLevel.Warning, "{Shipments} shipments could not be reached after {Retries} retries; their facts were answered busy.")]
    private partial void GaveUp(int shipments, int retries);

    [LoggerMessage(4102, LogLevel.Error, "A shipment failed to take facts in; they were answered busy.")]
    private partial void Failed(Exception exception);
}
