using System.Security.Cryptography;
using Tracking.Contracts.Identifiers;

namespace Tracking.Dashboard.Replay.Olist;

/// <summary>A folder with the orders of a Brazilian marketplace: orders.csv, order_items.csv, products.csv, sellers.csv.</summary>
internal sealed class OlistFolder
{
    public const string Carrier = "olist";

    private const int OrderDigits = 12;
    private const int SellerDigits = 4;

    private static readonly string[] Names = ["orders", "order_items", "products", "sellers"];

    private readonly Dictionary<string, OlistOrder> orders = new(StringComparer.Ordinal);
    private readonly Dictionary<string, OlistProduct> products = new(StringComparer.Ordinal);

    private OlistFolder()
    {
    }

    /// <summary>One parcel per order and seller, in the order of their first items.</summary>
    public IReadOnlyList<OlistParcel> Parcels { get; private set; } = [];

    /// <summary>Every seller that is listed or sells something.</summary>
    public IReadOnlyCollection<string> Sellers { get; private set; } = [];

    public string Fingerprint { get; private set; } = "";

    public InputComplaints Complaints { get; } = new();

    public OlistProduct? Product(string id) => products.GetValueOrDefault(id);

    public static bool IsOne(string folder) => Find(folder, "orders") is not null && Find(folder, "order_items") is not null;

    public static OlistFolder Read(string folder, CancellationToken cancellationToken)
    {
        var read = new OlistFolder { Fingerprint = HashOf(folder) };
        read.ReadOrders(Find(folder, "orders")!, cancellationToken);
        if (Find(folder, "products") is { } products)
        {
            read.ReadProducts(products);
        }

        var sellers = new HashSet<string>(StringComparer.Ordinal);
        if (Find(folder, "sellers") is { } path)
        {
            using var table = new CsvTable(path, read.Complaints, "seller_id");
            while (table.Next())
            {
                if (table["seller_id"] is { } seller)
                {
                    sellers.Add(seller);
                }
            }
        }

        read.ReadItems(Find(folder, "order_items")!, cancellationToken);
        sellers.UnionWith(read.Parcels.Select(parcel => parcel.Seller));
        read.Sellers = sellers;
        return read;
    }

    /// <summary>The first twelve hexadecimal digits of the order, a dash, the first four of the seller; null where either has none.</summary>
    public static string? NumberOf(string order, string seller)
    {
        var left = HexDigits(order, OrderDigits);
        var right = HexDigits(seller, SellerDigits);
        return left.Length > 0 && right.Length > 0 ? $"{left}-{right}" : null;
    }

    private static string HexDigits(string id, int most) => string.Concat(id.Where(char.IsAsciiHexDigit).Take(most)).ToUpperInvariant();

    private static string? Find(string folder, string name) =>
        new[] { $"{name}.csv", $"olist_{name}_dataset.csv" }.Select(file => Path.Combine(folder, file)).FirstOrDefault(File.Exists);

    private static string HashOf(string folder)
    {
        using var hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);
        foreach (var path in Names.Select(name => Find(folder, name)).OfType<string>())
        {
            using var stream = File.OpenRead(path);
            hash.AppendData(SHA256.HashData(stream));
        }

        return Convert.ToHexStringLower(hash.GetHashAndReset());
    }

    private void ReadOrders(string path, CancellationToken cancellationToken)
    {
        using var table = new CsvTable(
            path, Complaints, "order_id", "order_status", "order_purchase_timestamp", "order_approved_at", "order_delivered_carrier_date", "order_delivered_customer_date");
        while (table.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (table["order_id"] is not { } id)
            {
                Complaints.Add("order without order_id", table.Where);
                continue;
            }

            var order = new OlistOrder(
                id,
                table["order_status"]?.ToLowerInvariant() ?? "",
                table.Time("order_purchase_timestamp", Complaints),
                table.Time("order_approved_at", Complaints),
                table.Time("order_delivered_carrier_date", Complaints),
                table.Time("order_delivered_customer_date", Complaints));
            if (!orders.TryAdd(id, order))
            {
                Complaints.Add("order listed twice, the first counts", table.Where);
            }
        }
    }

    private void ReadProducts(string path)
    {
        using var table = new CsvTable(path, Complaints, "product_id");
        while (table.Next())
        {
            if (table["product_id"] is { } id)
            {
                products[id] = new OlistProduct(table["product_category_name"], table.Number("product_weight_g", Complaints));
            }
        }
    }

    private void ReadItems(string path, CancellationToken cancellationToken)
    {
        var pairs = new Dictionary<(string Order, string Seller), List<OlistItem>>();
        var inOrder = new List<(string Order, string Seller)>();
        using var table = new CsvTable(path, Complaints, "order_id", "product_id", "seller_id");
        while (table.Next())
        {
            cancellationToken.ThrowIfCancellationRequested();
            if (table["order_id"] is not { } order || table["seller_id"] is not { } seller)
            {
                Complaints.Add("item without order_id or seller_id", table.Where);
                continue;
            }

            if (!orders.ContainsKey(order))
            {
                Complaints.Add("item of an order that is not in orders.csv", table.Where);
                continue;
            }

            if (!pairs.TryGetValue((order, seller), out var items))
            {
                if (NumberOf(order, seller) is null || !SellerKey.TryCreate(Carrier, seller, out _))
                {
                    Complaints.Add("order_id or seller_id from which no number or account can be made", table.Where);
                    continue;
                }

                pairs[(order, seller)] = items = [];
                inOrder.Add((order, seller));
            }

            items.Add(new OlistItem(order, table["product_id"] ?? "", seller, table.Number("price", Complaints)));
        }

        Parcels = [.. inOrder.Select(pair => new OlistParcel(orders[pair.Order], pair.Seller, NumberOf(pair.Order, pair.Seller)!, pairs[pair]))];
    }
}
