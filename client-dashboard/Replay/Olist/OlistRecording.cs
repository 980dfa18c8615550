using System.Buffers;
using System.Text.Json;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Json;

namespace Tracking.Dashboard.Replay.Olist;

/// <summary>The orders of such a folder as facts: a dispatch for each parcel, and what the carrier would have scanned.</summary>
internal sealed class OlistRecording : IRecording
{
    private static readonly Actor By = new(OlistFolder.Carrier, "replay", ActorRole.Partner);

    private readonly List<Fact> facts = [];
    private readonly OlistFolder folder;

    public OlistRecording(OlistFolder folder)
    {
        this.folder = folder;
        foreach (var parcel in folder.Parcels)
        {
            Add(parcel);
        }

        // A stable sort: facts of one time stay in the order in which they would be told.
        facts = [.. facts.OrderBy(fact => fact.OccurredAt.Microseconds)];
    }

    public int Count => facts.Count;

    public string Fingerprint => folder.Fingerprint;

    public InputComplaints Complaints => folder.Complaints;

    public IReadOnlyList<Fact> Facts => facts;

    public RecordedFact this[int index] => new(
        FactKinds.Of(facts[index]),
        facts[index].OccurredAt.ToDateTimeOffset().UtcTicks,
        ShipmentHash.Of(facts[index].Number.Carrier, facts[index].Number.Number));

    public void Write(int index, IBufferWriter<byte> to)
    {
        using var writer = new Utf8JsonWriter(to);
        FactJson.Write(writer, facts[index]);
    }

    public void Dispose()
    {
    }

    private void Add(OlistParcel parcel)
    {
        ShipmentNumber.TryCreate(OlistFolder.Carrier, parcel.Number, out var number);
        SellerKey.TryCreate(OlistFolder.Carrier, parcel.Seller, out var seller);
        var order = parcel.Order;
        if (order.Latest is not { } latest)
        {
            Complaints.Add("order without any time, of which nothing can be told", order.Id);
            return;
        }

        AddScan(number, TransportStatus.Announced, "purchased", order.Purchased);
        if ((order.Approved ?? order.Purchased) is { } told)
        {
            facts.Add(new Dispatch
            {
                Number = number,
                Source = OlistFolder.Carrier,
                OccurredAt = ReportedTime.From(told),
                ReceivedAt = 0,
                ReportedBy = By,
                Seller = seller,
                Order = order.Id,
                Goods = [.. parcel.Items.Select(Goods)],
            });
        }

        AddScan(number, TransportStatus.Accepted, "handed-over", order.HandedOver);
        AddScan(number, TransportStatus.Delivered, "delivered", order.Delivered);
        AddScan(number, TransportStatus.Cancelled, order.Status, order.IsCancelled ? latest : null);
    }

    private void AddScan(ShipmentNumber number, TransportStatus status, string code, DateTimeOffset? at)
    {
        if (at is { } time)
        {
            facts.Add(new Scan
            {
                Number = number,
                Source = OlistFolder.Carrier,
                OccurredAt = ReportedTime.From(time),
                ReceivedAt = 0,
                ReportedBy = By,
                Status = status,
                Code = code,
            });
        }
    }

    private GoodsLine Goods(OlistItem item)
    {
        var product = folder.Product(item.Product);
        return new GoodsLine
        {
            Description = product?.Category ?? "unknown",
            Value = item.Price,
            Currency = item.Price is null ? null : "BRL",
            Quantity = 1,
            WeightKg = product?.WeightGrams is { } grams ? grams / 1_000 : null,
        };
    }
}
