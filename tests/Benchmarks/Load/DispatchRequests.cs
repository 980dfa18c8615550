using System.Globalization;
using System.Text.Json;

namespace Tracking.Benchmarks.Load;

/// <summary>Who sold what: arrays of dispatches, where a journal cannot be seeded.</summary>
internal static class DispatchRequests
{
    private const int Each = 500;
    private const int Sellers = 3_000;
    private static readonly DateTimeOffset At = new(2026, 5, 1, 8, 0, 0, TimeSpan.Zero);

    /// <summary>For the first so many shipments.</summary>
    public static Func<IRequests> For(int shipments)
    {
        var random = new Random(1);
        var requests = Enumerable.Range(0, shipments).Chunk(Each).Select(indexes => HttpRequests.Post("/v1/dispatches", JsonSerializer.SerializeToUtf8Bytes(indexes.Select(i => new
        {
            marketplace = Shipments.Marketplace,
            account = string.Create(CultureInfo.InvariantCulture, $"seller-{(int)(Sellers * Math.Pow(random.NextDouble(), 3.3)):d5}"),
            carrier = Shipments.Carrier,
            number = Shipments.Number(i),
            id = string.Create(CultureInfo.InvariantCulture, $"dispatch-{i}"),
            occurredAt = At,
        })))).ToList();
        return FixedRequests.Each(requests, answer => Facts.Accepted(answer) is > 0 and var accepted ? accepted : throw Facts.NotAccepted(answer));
    }
}
