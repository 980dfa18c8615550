using System.Collections.Immutable;

namespace Tracking.Formats.Json;

/// <summary>Reads the numbers of pieces.</summary>
internal static class PiecesJson
{
    /// <summary>The numbers of the array that the walk stands at, each once, in the order given.</summary>
    public static ImmutableArray<string> Read(ref JsonItem item)
    {
        if (!item.BeginArray())
        {
            return [];
        }

        var pieces = ImmutableArray.CreateBuilder<string>();
        var known = new HashSet<string>();
        while (item.NextElement(Limits.Pieces))
        {
            if (item.Number() is { } number && known.Add(number))
            {
                pieces.Add(number);
            }
        }

        return pieces.DrainToImmutable();
    }
}
