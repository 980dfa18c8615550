using System.Reflection;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;

namespace Tracking.Page.Tests.World;

/// <summary>
/// Gives grains over the test's journal, of which the page only ever reads. Public and open, because the proxies derive
/// from it.
/// </summary>
public class FakeGrains : DispatchProxy
{
    private Func<MethodInfo, object?[], object?> _answer = (method, _) => throw new NotSupportedException($"The page does not use {method}.");

    internal static IGrainFactory Over(FakeJournal journal) => Proxy<IGrainFactory>((method, arguments) => method.ReturnType.Name switch
    {
        nameof(IShipmentGrain) => Reading<IShipmentGrain>(() => new ValueTask<ShipmentView?>(journal.View(ShipmentNumber.Parse((string)arguments[0]!)))),
        nameof(ISellerGrain) => Reading<ISellerGrain>(() => new ValueTask<SellerView?>(SellerAsync(journal, SellerKey.Parse((string)arguments[0]!)))),
        _ => throw new NotSupportedException($"The page does not use {method}."),
    });

    /// <inheritdoc/>
    protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => _answer(targetMethod!, args ?? []);

    private static T Reading<T>(Func<object> read) where T : class => Proxy<T>((method, _) =>
        method.Name == nameof(IShipmentGrain.GetAsync) ? read() : throw new NotSupportedException($"The page does not use {method}."));

    private static T Proxy<T>(Func<MethodInfo, object?[], object?> answer) where T : class
    {
        var proxy = Create<T, FakeGrains>();
        ((FakeGrains)(object)proxy)._answer = answer;
        return proxy;
    }

    private static async Task<SellerView?> SellerAsync(FakeJournal journal, SellerKey seller)
    {
        var counts = await journal.ReadCountsAsync(seller.ToString(), default);
        return counts.Shipments == 0 ? null : new SellerView { Marketplace = seller.Marketplace, Account = seller.Account, Counts = counts };
    }
}
