namespace Tracking.Formats.Places;

/// <summary>Customs territories as authorities' codes name them.</summary>
internal static class Territories
{
    /// <summary>The territory of an authority's code: the country before its first hyphen, or EU; null where it begins with neither.</summary>
    /// <param name="authority">For example <c>us-cbp</c>, <c>de-zoll</c>, <c>eu-customs</c>.</param>
    public static string? OfAuthority(string authority)
    {
        var dash = authority.IndexOf('-', StringComparison.Ordinal);
        var country = dash > 0 ? authority[..dash].ToUpperInvariant() : "";
        return country == "EU" ? country : PlaceCodes.Country(country);
    }
}
