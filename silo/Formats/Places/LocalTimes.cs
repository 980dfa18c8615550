using System.Collections.Frozen;
using NodaTime;
using NodaTime.TimeZones;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Formats.Places;

/// <summary>What is known of the offset of a local time that came without one.</summary>
public enum LocalTimeFit
{
    /// <summary>The place lies in one time zone.</summary>
    Known,

    /// <summary>The place lies in a state with several zones: the one where most people live was taken.</summary>
    Assumed,

    /// <summary>Nothing is known of the place: the time was read as UTC.</summary>
    Unknown,
}

/// <summary>Resolves times without offset by the time zone of the place where they were written down.</summary>
public static class LocalTimes
{
    private static readonly FrozenDictionary<string, string> OneZone = ZonesByCountry();

    /// <summary>The instant of a local time at a place.</summary>
    /// <param name="local">The local time; 1970 to 2200.</param>
    /// <param name="place">The place; null where none is known.</param>
    /// <param name="state">State or province by its two or three letters, where the place is no more than a country.</param>
    /// <param name="time">The instant, with the offset that was in force there.</param>
    /// <returns>What the offset rests on. A time that the clock skipped is read as if it had not; of one that came twice the first.</returns>
    public static LocalTimeFit Resolve(DateTime local, Place? place, string? state, out ReportedTime time)
    {
        var (zone, fit) = ZoneOf(place, state);
        var at = LocalDateTime.FromDateTime(DateTime.SpecifyKind(local, DateTimeKind.Unspecified));
        var zoned = at.InZone(zone, Resolvers.CreateMappingResolver(Resolvers.ReturnEarlier, Resolvers.ReturnForwardShifted));
        time = ReportedTime.From(zoned.ToDateTimeOffset());
        return fit;
    }

    /// <summary>The same without a state.</summary>
    /// <param name="local">The local time; 1970 to 2200.</param>
    /// <param name="place">The place; null where none is known.</param>
    /// <param name="time">The instant.</param>
    public static LocalTimeFit Resolve(DateTime local, Place? place, out ReportedTime time) => Resolve(local, place, null, out time);

    /// <summary>The tzdb name of the time zone of a place; null where it is not known, or the country has several.</summary>
    /// <param name="place">The place.</param>
    public static string? ZoneName(Place? place) => ZoneOf(place, null) is (var zone, LocalTimeFit.Known) ? zone.Id : null;

    private static (DateTimeZone Zone, LocalTimeFit Fit) ZoneOf(Place? place, string? state)
    {
        if (place is null)
        {
            return (DateTimeZone.Utc, LocalTimeFit.Unknown);
        }

        var table = PlaceCodes.Zones;
        var area = $"{place.Country}-{state?.Trim().ToUpperInvariant()}";
        if ((place.Locode is { } locode && table.ZoneOf.TryGetValue(locode, out var id))
            || table.ZoneOf.TryGetValue(area, out id)
            || table.ZoneOf.TryGetValue(place.Country, out id)
            || OneZone.TryGetValue(place.Country, out id))
        {
            return (DateTimeZoneProviders.Tzdb[id], table.Assumed.Contains(area) && id == table.ZoneOf.GetValueOrDefault(area) ? LocalTimeFit.Assumed : LocalTimeFit.Known);
        }

        return (DateTimeZone.Utc, LocalTimeFit.Unknown);
    }

    private static FrozenDictionary<string, string> ZonesByCountry() => TzdbDateTimeZoneSource.Default.Zone1970Locations!
        .SelectMany(l => l.Countries, (l, c) => (c.Code, l.ZoneId))
        .GroupBy(z => z.Code)
        .Where(g => g.Count() == 1)
        .ToFrozenDictionary(g => g.Key, g => g.First().ZoneId);
}
