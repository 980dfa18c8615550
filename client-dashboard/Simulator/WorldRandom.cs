namespace Tracking.Simulator;

/// <summary>The one source of chance of a world.</summary>
internal sealed class WorldRandom(long seed)
{
    private readonly Random random = new(unchecked((int)Mix((ulong)seed)));

    /// <summary>Spreads the bits of a value; equal inputs give equal outputs for ever (SplitMix64).</summary>
    public static ulong Mix(ulong value)
    {
        value += 0x9E3779B97F4A7C15;
        value = (value ^ (value >> 30)) * 0xBF58476D1CE4E5B9;
        value = (value ^ (value >> 27)) * 0x94D049BB133111EB;
        return value ^ (value >> 31);
    }

    public bool Chance(double probability) => random.NextDouble() < probability;

    /// <summary>Both ends included.</summary>
    public int Between(int least, int most) => random.Next(least, most + 1);

    public double Between(double least, double most) => least + (random.NextDouble() * (most - least));

    public TimeSpan Hours(double least, double most) => TimeSpan.FromHours(Between(least, most));

    public TimeSpan Minutes(double least, double most) => TimeSpan.FromMinutes(Between(least, most));

    public double Exponential(double mean) => -mean * Math.Log(1 - random.NextDouble());

    public T Pick<T>(IReadOnlyList<T> items) => items[random.Next(items.Count)];

    /// <summary>Picks early items more often than late ones, as a few sellers make most sales.</summary>
    public T PickEarly<T>(IReadOnlyList<T> items)
    {
        var share = random.NextDouble();
        return items[(int)(share * share * items.Count)];
    }

    public T Weighted<T>(IReadOnlyList<T> items, Func<T, double> weight)
    {
        var left = random.NextDouble() * items.Sum(weight);
        foreach (var item in items)
        {
            left -= weight(item);
            if (left < 0)
            {
                return item;
            }
        }

        return items[^1];
    }
}
