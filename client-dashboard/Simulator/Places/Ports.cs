namespace Tracking.Simulator.Places;

/// <summary>The ports of the simulated world; codes are real ones.</summary>
internal static class Ports
{
    public static readonly Port Shenzhen = new("CNSZX", "SZX", "CNSZX", 480);
    public static readonly Port Guangzhou = new("CNCAN", "CAN", "CNCAN", 480);
    public static readonly Port Shanghai = new("CNPVG", "PVG", "CNPVG", 480);
    public static readonly Port HongKong = new("HKHKG", "HKG", "HKHKG", 480);
    public static readonly Port HoChiMinh = new("VNSGN", "SGN", "VNSGN", 420);
    public static readonly Port Istanbul = new("TRIST", "IST", "TRIST", 180);
    public static readonly Port Delhi = new("INDEL", "DEL", "INDEL", 330);

    public static readonly Port NewYork = new("USJFK", "JFK", "4701", -300);
    public static readonly Port LosAngeles = new("USLAX", "LAX", "2720", -480);
    public static readonly Port Chicago = new("USORD", "ORD", "3901", -360);
    public static readonly Port Memphis = new("USMEM", "MEM", "2095", -360);
    public static readonly Port Louisville = new("USLUI", "SDF", "4196", -300);
    public static readonly Port Cincinnati = new("USCVG", "CVG", "4197", -300);
    public static readonly Port Miami = new("USMIA", "MIA", "5206", -300);
    public static readonly Port SanFrancisco = new("USSFO", "SFO", "2801", -480);
    public static readonly Port Anchorage = new("USANC", "ANC", "3126", -540);
    public static readonly Port Newark = new("USEWR", "EWR", "4601", -300);
    public static readonly Port Atlanta = new("USATL", "ATL", "USATL", -300);
    public static readonly Port Dallas = new("USDFW", "DFW", "USDFW", -360);
    public static readonly Port Denver = new("USDEN", "DEN", "USDEN", -420);
    public static readonly Port Seattle = new("USSEA", "SEA", "USSEA", -480);
    public static readonly Port Boston = new("USBOS", "BOS", "USBOS", -300);

    public static readonly Port Frankfurt = new("DEFRA", "FRA", "DEFRA", 60);
    public static readonly Port Leipzig = new("DELEJ", "LEJ", "DELEJ", 60);
    public static readonly Port Liege = new("BELGG", "LGG", "BELGG", 60);
    public static readonly Port Amsterdam = new("NLAMS", "AMS", "NLAMS", 60);
    public static readonly Port Paris = new("FRCDG", "CDG", "FRCDG", 60);
    public static readonly Port Milan = new("ITMXP", "MXP", "ITMXP", 60);
    public static readonly Port Madrid = new("ESMAD", "MAD", "ESMAD", 60);
    public static readonly Port Hamburg = new("DEHAM", "HAM", "DEHAM", 60);
    public static readonly Port Munich = new("DEMUC", "MUC", "DEMUC", 60);
    public static readonly Port London = new("GBLHR", "LHR", "GBLHR", 0);
    public static readonly Port EastMidlands = new("GBEMA", "EMA", "GBEMA", 0);
    public static readonly Port Tokyo = new("JPNRT", "NRT", "JPNRT", 540);
    public static readonly Port Osaka = new("JPKIX", "KIX", "JPKIX", 540);

    /// <summary>All of them.</summary>
    public static IReadOnlyList<Port> All { get; } =
    [
        Shenzhen, Guangzhou, Shanghai, HongKong, HoChiMinh, Istanbul, Delhi,
        NewYork, LosAngeles, Chicago, Memphis, Louisville, Cincinnati, Miami, SanFrancisco, Anchorage, Newark,
        Atlanta, Dallas, Denver, Seattle, Boston,
        Frankfurt, Leipzig, Liege, Amsterdam, Paris, Milan, Madrid, Hamburg, Munich, London, EastMidlands, Tokyo, Osaka,
    ];
}
