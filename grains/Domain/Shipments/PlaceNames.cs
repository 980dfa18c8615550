using System.Collections.Concurrent;
using Tracking.Contracts.Facts;

namespace Tracking.Domain.Shipments;

/// <summary>Names of places, one object each: a million shipments are scanned at a few thousand places.</summary>
internal static class PlaceNames
{
    private const int MostShared = 100_000;
    private static readonly string[] Countries = [.. Enumerable.Range(0, 26 * 26).Select(code => $"{(char)('A' + (code / 26))}{(char)('A' + (code % 26))}")];
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

    public static string? Country(string? place) => place is { Length: >= 2 } ? SharedCountry(place) : null;

    // The codes are two letters; whatever else a sender writes there is not shared.
    private static string SharedCountry(string place)
    {
        var (first, second) = (place[0] - 'A', place[1] - 'A');
        return first is >= 0 and < 26 && second is >= 0 and < 26 ? Countries[(26 * first) + second] : place[..2];
    }
}
