using System.Reflection;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;

namespace Tracking.Page.Tests.World;

/// <summary>Gives grains over the test's journal. Public and open, because the proxy derives from it.</summary>
public class FakeGrains : DispatchProxy
{
    private FakeJournal _journal = new();

    internal static IGrainFactory Over(FakeJournal journal)
    {
        var factory = Create<IGrainFactory, FakeGrains>();
        ((FakeGrains)(object)factory)._journal = journal;
        return factory;
    }

    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => targetMethod?.ReturnType.Name switch
    {
        nameof(IShipmentGrain) => new ShipmentGrain(_journal, ShipmentNumber.Parse((string)args![0]!)),
        nameof(ISellerGrain) => new SellerGrain(_journal, SellerKey.Parse((string)args![0]!)),
        _ => throw new NotSupportedException($"The page does not use {targetMethod}."),
    };

    private sealed class ShipmentGrain(FakeJournal journal, ShipmentNumber number) : IShipmentGrain
    {
        public ValueTask<ShipmentView?> GetAsync(bool showRestricted, CancellationToken cancellationToken = default) => new(journal.View(number));

        public ValueTask<ImmutableArray<FactOutcome>> ReceiveAsync(ImmutableArray<Fact> facts, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<ClearanceAnswer> ClearAsync(ClearanceQuestion question, CancellationToken cancellationToken = default) =>
            throw new NotSupportedException();

        public ValueTask<LinkAnswer> LinkAsync(LinkRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

        public ValueTask ResumeAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }

    private sealed class SellerGrain(FakeJournal journal, SellerKey seller) : ISellerGrain
    {
        public async ValueTask<SellerView?> GetAsync(CancellationToken cancellationToken = default)
        {
            var counts = await journal.ReadCountsAsync(seller.ToString(), cancellationToken);
            return counts.Shipments == 0 ? null : new SellerView { Marketplace = seller.Marketplace, Account = seller.Account, Counts = counts };
        }

        public ValueTask MeetAsync(DateTimeOffset at, CancellationToken cancellationToken = default) => throw new NotSupportedException();
    }
}
