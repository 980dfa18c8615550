namespace Tracking.Simulator.Goods;

/// <summary>What is sold, under invented brands; what is copied most follows what customs seizes most.</summary>
internal static class Catalogue
{
    public static IReadOnlyList<Product> Products { get; } =
    [
        new("Cotton T-shirt", "610910", 24, 0.2m, 8), new("Hooded sweatshirt", "611020", 59, 0.6m, 8), new("Running shoes", "640411", 110, 0.9m, 7),
        new("Leather handbag", "420221", 420, 0.9m, 9), new("Wallet", "420231", 140, 0.2m, 6), new("Wrist watch, automatic", "910221", 2_400, 0.3m, 6),
        new("Silver bracelet", "711311", 180, 0.1m, 5), new("Sunglasses", "900410", 160, 0.1m, 5), new("Wireless earphones", "851830", 149, 0.2m, 5),
        new("Phone charger", "850440", 29, 0.2m, 3), new("Phone case", "392690", 19, 0.1m, 3), new("Perfume 50 ml", "330300", 88, 0.3m, 4),
        new("Lipstick set", "330410", 46, 0.2m, 3), new("Toy building set", "950300", 65, 1.1m, 3), new("Baseball cap", "650500", 30, 0.1m, 4),
        new("Ball bearing set", "848210", 75, 1.4m, 1), new("Bicycle light", "851210", 34, 0.3m, 0), new("Ceramic mug", "691110", 14, 0.4m, 0),
        new("Desk lamp", "940521", 48, 1.6m, 0), new("Yoga mat", "391890", 32, 1.2m, 0), new("Kitchen knife", "821192", 54, 0.4m, 0),
        new("Notebook, ruled", "482020", 12, 0.3m, 0), new("Garden gloves", "611610", 11, 0.1m, 0), new("Dog collar", "420100", 17, 0.2m, 0),
    ];

    public static IReadOnlyList<string> Brands { get; } =
        ["Veloura", "Kronwell", "Aldermoor", "Tessaro", "Northpeak Athletics", "Lumenique", "Orbisound", "Maison Perle", "Brickalia", "Falkenrath"];
}
