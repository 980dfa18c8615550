using Orleans;
using Orleans.Runtime;

namespace Tracking.House.Tests.Orleans;

public interface ICounterGrain : IGrainWithStringKey
{
    ValueTask<int> AddAsync(int n);
}

internal sealed class CounterGrain([PersistentState("house-counter", "rare")] IPersistentState<Count> count) : Grain, ICounterGrain
{
    public async ValueTask<int> AddAsync(int n)
    {
        count.State.Value += n;
        await count.WriteStateAsync();
        return count.State.Value;
    }
}

/// <summary>A state with one number.</summary>
[GenerateSerializer]
public sealed class Count
{
    [Id(0)] public int Value { get; set; }
}
