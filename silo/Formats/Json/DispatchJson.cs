using System.Collections.Immutable;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Formats.Json;

/// <summary>Reads a dispatch from JSON.</summary>
public sealed class DispatchJson : FactReader
{
    private const int First = CommonFields.Count;

    private DispatchJson()
        : base("dispatch", CommonFields.Table("marketplace", "account", "order", "listing", "goods"))
    {
    }

    /// <summary>The reader.</summary>
    public static DispatchJson Instance { get; } = new();

    private protected override Fact? ReadFact(ref JsonItem item, in Reception reception)
    {
        var common = default(CommonFields);
        CodeOf? marketplace = null;
        string? account = null, order = null, listing = null;
        ImmutableArray<GoodsLine> goods = [];
        ulong seen = 0;
        while (item.NextField(Names, ref seen, out var field))
        {
            switch (field)
            {
                case First:
                    marketplace = item.Code();
                    break;
                case First + 1:
                    account = item.Text(Limits.Id);
                    break;
                case First + 2:
                    order = item.Text(Limits.Id);
                    break;
                case First + 3:
                    listing = item.Text(Limits.Id);
                    break;
                case First + 4:
                    goods = GoodsJson.ReadAll(ref item);
                    break;
                default:
                    common.Read(ref item, field);
                    break;
            }
        }

        common.Check(ref item, seen);
        var seller = Seller(ref item, seen, marketplace, account);
        return item.HasComplaints ? null : new Dispatch
        {
            Number = common.ShipmentNumber,
            Source = seller.Marketplace,
            Id = common.Id,
            OccurredAt = common.OccurredAt,
            ReceivedAt = reception.ReceivedAt,
            ReportedBy = reception.ReportedBy,
            Corrects = common.Corrects,
            Withdraws = common.Withdraws,
            Seller = seller,
            Order = order,
            Listing = listing,
            Goods = goods,
        };
    }

    private static SellerKey Seller(ref JsonItem item, ulong seen, CodeOf? marketplace, string? account)
    {
        if (marketplace is null)
        {
            CommonFields.Require(ref item, seen, First, "marketplace", "Send the marketplace's code.");
        }

        if (account is null)
        {
            CommonFields.Require(ref item, seen, First + 1, "account", "Send the seller's account at the marketplace.");
        }

        var seller = default(SellerKey);
        if (marketplace is not null && account is not null && !SellerKey.TryCreate(marketplace.Text, account, out seller))
        {
            item.ComplainAt(
                "account",
                account.Length > SellerKey.LongestAccount
                    ? $"is {account.Length} characters long, at most {SellerKey.LongestAccount} are permitted"
                    : "is not an account",
                $"Send 1 to {SellerKey.LongestAccount} printable ASCII characters without blank or slash.");
        }

        return seller;
    }
}
