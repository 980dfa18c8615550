namespace Tracking.Dashboard.Replay;

/// <summary>Tells shipments apart well enough to keep each in its own order; the same in every run.</summary>
internal static class ShipmentHash
{
    public static int Of(string? carrier, string? number)
    {
        var hash = 2166136261u;
        foreach (var letter in $"{carrier}/{number}")
        {
            hash = (hash ^ char.ToUpperInvariant(letter)) * 16777619u;
        }

        return (int)(hash & int.MaxValue);
    }
}
