using System.Collections.Concurrent;
using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments;

/// <summary>Names of places, one object each: a million shipments are scanned at a few thousand places.</summary>
internal static class PlaceNames
{
    private const int MostShared = 100_000;
    private static readonly ConcurrentDictionary<string, string> Names = new(StringComparer.Ordinal);

    public static string? Shared(Place? place)
    {
        if (place is null)
        {
            return null;
        }

        var name = place.ToString();

        // Postal codes are too many to share, and hostile ones without end.
        return place.Locode is null || Names.Count >= MostShared ? name : Names.GetOrAdd(name, name);
    }

    public static string? Country(string? place) => place is { Length: >= 2 } ? place[..2] : null;
}
