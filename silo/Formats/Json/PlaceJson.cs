using Tracking.Contracts.Facts;

namespace Tracking.Formats.Json;

/// <summary>Reads a place: a UN/LOCODE, or a postal code with its country, or a country.</summary>
internal static class PlaceJson
{
    private static readonly NameTable Names = new("locode", "postalCode", "country");

    /// <summary>The place that the walk stands at; null where there were complaints.</summary>
    public static Place? Read(ref JsonItem item)
    {
        if (!item.BeginNested())
        {
            return null;
        }

        string? locode = null, postalCode = null, country = null;
        ulong seen = 0;
        while (item.NextField(Names, ref seen, out var field))
        {
            switch (field)
            {
                case 0:
                    locode = item.Locode();
                    break;
                case 1:
                    postalCode = item.Text(Limits.PostalCode, recurs: true);
                    break;
                default:
                    country = item.Country();
                    break;
            }
        }

        var place = Join(ref item, locode, postalCode, country);
        item.EndNested();
        return place;
    }

    private static Place? Join(ref JsonItem item, string? locode, string? postalCode, string? country)
    {
        var ofLocode = locode is null ? null : RecentPlaces.CountryOf(locode);
        if (ofLocode is not null && country is not null && ofLocode != country)
        {
            item.ComplainAt("country", $"is {country}, but the UN/LOCODE lies in {ofLocode}", "Send the one that is right.");
            return null;
        }

        country ??= ofLocode;
        if (country is not null)
        {
            return locode is not null && postalCode is null ? RecentPlaces.Get(country, locode) : new Place(country, locode, postalCode);
        }

        if (!item.HasComplaints)
        {
            item.Missing("country", "Send locode, or postalCode with country, or country.");
        }

        return null;
    }
}
