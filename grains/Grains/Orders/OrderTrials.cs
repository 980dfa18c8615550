using Tracking.Contracts.Orders;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Orders;
using Tracking.Domain.Shipments;
using Tracking.Grains.Shipments;
using Tracking.Journal;
using Tracking.Journal.Orders;

namespace Tracking.Grains.Orders;

/// <summary>Tries orders against what is in the journal, at the pace of a sweep.</summary>
internal sealed class OrderTrials(IOrderStore orders, IJournalStore store, CarrierBook carriers, TimeProvider time)
{
    private const int MostLooked = 100_000;

    /// <summary>What an order would have matched of the shipments of the last days.</summary>
    public async Task<OrderTrial> RunAsync(StandingOrder order, int days, CancellationToken cancellationToken)
    {
        var (tried, index) = (new OrderInForce(order, 1, []), new OrderIndex());
        index.Set(tried);

        // A stream's id begins with the time of its first fact.
        var after = Guid.CreateVersion7(time.GetUtcNow().AddDays(-days));
        for (var trial = new OrderTrial(0, 0, 0, 0, 0, false); ;)
        {
            var startedAt = time.GetTimestamp();
            var page = await orders.FindCandidatesAsync(tried, after, SweepPace.Page, cancellationToken);
            foreach (var loaded in await store.LoadAsync([.. page.Select(c => c.Number).Distinct()], cancellationToken))
            {
                trial = Count(trial, ShipmentState.Empty(loaded.Number, carriers.Of(loaded.Number.Carrier)).After(loaded.Events), index);
            }

            if (page.Length < SweepPace.Page || trial.Looked >= MostLooked)
            {
                return trial with { Complete = page.Length < SweepPace.Page };
            }

            after = page[^1].Stream;
            await SweepPace.RestAsync(time, startedAt, cancellationToken);
        }
    }

    private static OrderTrial Count(OrderTrial trial, ShipmentState state, OrderIndex index)
    {
        if (OrderRules.Matching(state, index).Count == 0)
        {
            return trial with { Looked = trial.Looked + 1 };
        }

        var head = HeadRules.Of(state);
        var abandoned = state.Picture.Customs.Any(c => c.Status == CustomsStatus.Abandoned);
        return trial with
        {
            Looked = trial.Looked + 1,
            Matched = trial.Matched + 1,
            Released = trial.Released + (head.Released ? 1 : 0),
            Abandoned = trial.Abandoned + (abandoned ? 1 : 0),
            Seized = trial.Seized + (head.Seized ? 1 : 0),
        };
    }
}
