using static Tracking.Simulator.Places.Ports;

namespace Tracking.Simulator.Places;

/// <summary>The ways over which the simulated parcels go: most of them from China and Hong Kong, as most seizures are.</summary>
internal static class Lanes
{
    private static readonly Town[] Us =
    [
        new("New York", "US", "10013", Newark), new("Brooklyn", "US", "11201", NewYork), new("Boston", "US", "02116", Boston),
        new("Atlanta", "US", "30309", Atlanta), new("Dallas", "US", "75201", Dallas), new("Houston", "US", "77002", Dallas),
        new("Denver", "US", "80202", Denver), new("Seattle", "US", "98101", Seattle), new("Portland", "US", "97205", Seattle),
        new("Chicago", "US", "60607", Chicago), new("Phoenix", "US", "85004", LosAngeles), new("San Diego", "US", "92101", LosAngeles),
    ];

    private static readonly Town[] Eu =
    [
        new("Berlin", "DE", "10117", Leipzig), new("Hamburg", "DE", "20095", Hamburg), new("München", "DE", "80331", Munich),
        new("Lyon", "FR", "69002", Paris), new("Paris", "FR", "75003", Paris), new("Milano", "IT", "20121", Milan),
        new("Madrid", "ES", "28013", Madrid), new("Utrecht", "NL", "3511", Amsterdam), new("Gent", "BE", "9000", Liege),
    ];

    private static readonly Town[] Gb =
    [
        new("London", "GB", "EC1A 1BB", London), new("Leeds", "GB", "LS1 4DY", EastMidlands), new("Bristol", "GB", "BS1 5TR", London),
    ];

    private static readonly Town[] Jp =
    [
        new("Tokyo", "JP", "100-0005", Tokyo), new("Osaka", "JP", "530-0001", Osaka), new("Nagoya", "JP", "450-0002", Osaka),
    ];

    /// <summary>Ways that cross a border.</summary>
    public static IReadOnlyList<Lane> Borders { get; } =
    [
        new(Shenzhen, HongKong, LosAngeles, Us, 15, 6, 12), new(Shenzhen, Anchorage, Memphis, Us, 19, 6, 10),
        new(Guangzhou, Anchorage, Louisville, Us, 19, 6, 9), new(Guangzhou, null, NewYork, Us, 16, 8, 9),
        new(Shanghai, null, Chicago, Us, 14, 6, 9), new(Shanghai, Anchorage, Cincinnati, Us, 18, 6, 7),
        new(HongKong, null, SanFrancisco, Us, 13, 8, 6), new(HoChiMinh, HongKong, LosAngeles, Us, 18, 12, 4),
        new(Istanbul, null, Miami, Us, 13, 12, 3), new(Delhi, null, Newark, Us, 16, 12, 3),
        new(Shenzhen, null, Liege, Eu, 13, 6, 8), new(Shanghai, null, Frankfurt, Eu, 13, 8, 5),
        new(HongKong, null, Leipzig, Eu, 13, 8, 4), new(Istanbul, null, Amsterdam, Eu, 4, 8, 2),
        new(Shenzhen, HongKong, London, Gb, 15, 8, 3), new(Shanghai, null, EastMidlands, Gb, 13, 12, 2),
        new(Shanghai, null, Tokyo, Jp, 3, 6, 2), new(HongKong, null, Osaka, Jp, 4, 8, 2),
    ];

    /// <summary>Ways inside one territory.</summary>
    public static IReadOnlyList<Lane> Inland { get; } =
    [
        new(LosAngeles, null, Chicago, Us, 4, 6, 4), new(Newark, null, Atlanta, Us, 2.5, 6, 3), new(Dallas, null, Seattle, Us, 4, 8, 2),
    ];
}
