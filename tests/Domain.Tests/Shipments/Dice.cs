namespace Tracking.Domain.Tests.Shipments;

/// <summary>Draws from one number, always the same for the same number.</summary>
internal sealed class Dice(ulong seed)
{
    private ulong state = seed;

    public int Next(int sides)
    {
        // SplitMix64: the next draw of a stream that starts anywhere.
        state += 0x9E3779B97F4A7C15;
        var mixed = (state ^ (state >> 30)) * 0xBF58476D1CE4E5B9;
        mixed = (mixed ^ (mixed >> 27)) * 0x94D049BB133111EB;
        return (int)((mixed ^ (mixed >> 31)) % (ulong)sides);
    }

    public bool OneIn(int sides) => Next(sides) == 0;

    public T Of<T>(params ReadOnlySpan<T> choices) => choices[Next(choices.Length)];

    public void Shuffle<T>(Span<T> values)
    {
        for (var i = values.Length - 1; i > 0; i--)
        {
            var other = Next(i + 1);
            (values[i], values[other]) = (values[other], values[i]);
        }
    }
}
