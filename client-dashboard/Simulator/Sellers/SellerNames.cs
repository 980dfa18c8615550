namespace Tracking.Simulator.Sellers;

/// <summary>Names of sellers, and the variations under which a bad one comes back.</summary>
internal static class SellerNames
{
    private static readonly string[] First =
        ["Bright", "Golden", "Silver", "Happy", "Great", "New", "Star", "Ocean", "East", "Jade", "Lucky", "Royal", "Swift", "Cloud", "Pearl", "Sun"];

    private static readonly string[] Second =
        ["way", "field", "harvest", "bridge", "wing", "gate", "line", "forest", "river", "peak", "stone", "garden", "light", "port", "leaf", "wave"];

    private static readonly string[] Trade = ["Trading", "Fashion", "Electronics", "Leather", "Commerce", "Import & Export", "Store", "Outlet"];

    private static readonly string[] Cities = ["Shenzhen", "Guangzhou", "Yiwu", "Hangzhou", "Dongguan", "Xiamen", "Ningbo", "Foshan"];

    private static readonly string[] Forms = ["Co., Ltd.", "Limited", "Co Ltd", "Ltd"];

    public static (string Core, string City, string Full) New(WorldRandom random)
    {
        var core = random.Pick(First) + random.Pick(Second);
        var city = random.Pick(Cities);
        return (core, city, $"{city} {core} {random.Pick(Trade)} {random.Pick(Forms)}");
    }

    /// <summary>Another name for the same people, related to the old one or not.</summary>
    public static string Again(WorldRandom random, string core, string city) => random.Between(0, 4) switch
    {
        0 => $"{core} {city} {random.Pick(Trade)} {random.Pick(Forms)}",
        1 => $"{city} {core[..^1]} {random.Pick(Trade)}",
        2 => $"{core.ToUpperInvariant()} {random.Pick(Trade)} {random.Between(2, 99)}",
        3 => $"{city} {core.Replace('i', 'l')} {random.Pick(Forms)}",
        _ => New(random).Full,
    };

    public static string Address(WorldRandom random, string city) =>
        $"Room {random.Between(101, 2899)}, Building {random.Between(1, 40)}, {random.Pick(First)} {random.Pick(Second)} Road {random.Between(1, 900)}, {city} {random.Between(300000, 529999)}";

    public static string Phone(WorldRandom random) => $"+86 1{random.Between(30, 99)} {random.Between(1000, 9999)} {random.Between(1000, 9999)}";
}
