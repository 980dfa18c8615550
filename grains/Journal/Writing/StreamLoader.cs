using System.Runtime.InteropServices;
using System.Threading.Channels;
using Microsoft.Extensions.Logging;
using Tracking.Contracts.Identifiers;

namespace Tracking.Journal.Writing;

/// <summary>Reads cold streams in batches: thousands of grains that wake at once are a few queries, not thousands.</summary>
internal sealed class StreamLoader(IJournalStore store, JournalOptions options, ILogger logger) : IAsyncDisposable
{
    private readonly Channel<Request> queue = Channel.CreateBounded<Request>(options.LoadQueueCapacity);
    private Task[] loops = [];

    public int Queued => queue.Reader.Count;

    /// <summary>Told of every batch's size.</summary>
    public Action<int>? Loaded { get; init; }

    public void Start() => loops = [.. Enumerable.Range(0, options.Loaders).Select(_ => Task.Run(RunAsync))];

    public async ValueTask<LoadedStream> LoadAsync(ShipmentNumber number, CancellationToken cancellationToken)
    {
        var request = new Request(number);
        await queue.Writer.WriteAsync(request, cancellationToken);
        return await request.Outcome.Task.WaitAsync(cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        queue.Writer.TryComplete();
        await Task.WhenAll(loops);
    }

    private async Task RunAsync()
    {
        var batch = new Dictionary<ShipmentNumber, List<Request>>();
        while (await queue.Reader.WaitToReadAsync())
        {
            while (batch.Count < options.LargestLoad && queue.Reader.TryRead(out var request))
            {
                // Two who ask for one number share what is read.
                ref var sharers = ref CollectionsMarshal.GetValueRefOrAddDefault(batch, request.Number, out _);
                (sharers ??= new(1)).Add(request);
            }

            if (batch.Count > 0)
            {
                Loaded?.Invoke(batch.Count);
                await LoadAsync([.. batch]);
                batch.Clear();
            }
        }
    }

    private async Task LoadAsync(KeyValuePair<ShipmentNumber, List<Request>>[] batch)
    {
        try
        {
            var streams = await store.LoadAsync(Array.ConvertAll(batch, entry => entry.Key), CancellationToken.None);
            for (var index = 0; index < batch.Length; index++)
            {
                foreach (var request in batch[index].Value)
                {
                    request.Outcome.TrySetResult(streams[index]);
                }
            }
        }
        catch (Exception error) when (error is not JournalUnavailableException && batch.Length > 1)
        {
            // One stream that cannot be read must not keep its neighbours asleep.
            await LoadAsync(batch[..(batch.Length / 2)]);
            await LoadAsync(batch[(batch.Length / 2)..]);
        }
        catch (Exception error)
        {
            if (error is not JournalUnavailableException)
            {
                logger.Unreadable(error, batch[0].Key.ToString());
            }

            foreach (var request in batch.SelectMany(entry => entry.Value))
            {
                request.Outcome.TrySetException(error);
            }
        }
    }

    private sealed record Request(ShipmentNumber Number)
    {
        public TaskCompletionSource<LoadedStream> Outcome { get; } = new(TaskCreationOptions.RunContinuationsAsynchronously);
    }
}
