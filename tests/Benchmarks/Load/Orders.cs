using System.Globalization;
using System.Text.Json;

namespace Tracking.Benchmarks.Load;

/// <summary>Standing orders over the partner API: an authority's, with the effect of a hold.</summary>
internal static class Orders
{
    /// <summary>Kinds of orders that <see cref="OfKind"/> makes in turn.</summary>
    private const int Kinds = 9;

    /// <summary>Asks for an order; 201 when it is in force everywhere.</summary>
    /// <param name="id">The owner's own id.</param>
    /// <param name="matches">What it matches.</param>
    public static byte[] Place(string id, object matches) => HttpRequests.Post("/v1/orders", JsonSerializer.SerializeToUtf8Bytes(new
    {
        owner = Shipments.Authority,
        id,
        effect = "hold",
        matches,
        reason = "Suspected counterfeits",
        source = "benchmark",
        sharing = "TLP:AMBER",
        confidence = 80,
        expiresAt = TimeProvider.System.GetUtcNow().AddDays(30),
    }));

    /// <summary>What the large seller sold.</summary>
    public static object OfLargeSeller { get; } = new { seller = new { marketplace = Shipments.Marketplace, account = Shipments.LargeAccount } };

    public static byte[] Lift(string id) => HttpRequests.Post($"/v1/orders/{Shipments.Authority}/{id}/lift", "{}");

    public static byte[] Look(string id) => HttpRequests.Get($"/v1/orders/{Shipments.Authority}/{id}");

    /// <summary>How far the order is written into the streams of the shipments that it matches.</summary>
    public static (long Matched, long Written, bool Done) Sweep(ReadOnlyMemory<byte> answer)
    {
        using var order = JsonDocument.Parse(answer);
        var sweep = order.RootElement.GetProperty("sweep");
        return (sweep.GetProperty("matched").GetInt64(), sweep.GetProperty("written").GetInt64(), sweep.GetProperty("done").GetBoolean());
    }

    /// <summary>Orders of all kinds in turn, none of which matches a shipment of the benchmarks: what they cost is the asking.</summary>
    public static object OfKind(int index)
    {
        var digits = index.ToString("d6", CultureInfo.InvariantCulture);
        return (index % Kinds) switch
        {
            0 => new { seller = new { marketplace = "elsewhere", account = $"account-{digits}" } },
            1 => new { brand = $"Brand {digits}" },
            2 => new { hs = digits },
            3 => new { words = new[] { "handbag", $"model{digits}" } },
            4 => new { consignee = $"Consignee {digits}" },
            5 => new { address = $"{index} Example Street, Springfield" },
            6 => new { carrier = "northern-air", flight = $"NA{digits}" },
            7 => new { masterBill = $"999-{index:d8}" },
            _ => new { hs = digits[..4], route = new { from = "NZ", to = "CL" }, valuePerKilogram = new { currency = "USD", above = 500 + index } },
        };
    }
}
