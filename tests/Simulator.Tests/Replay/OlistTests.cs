using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Dashboard.Commands;
using Tracking.Dashboard.Replay;
using Tracking.Dashboard.Replay.Olist;
using Tracking.Dashboard.Replay.Verify;
using Tracking.Formats;
using Tracking.Formats.Json;

namespace Tracking.Simulator.Tests.Replay;

public sealed class OlistTests
{
    [SharedDataFact("olist")]
    public void The_real_orders_give_as_many_shipments_as_everybody_counts()
    {
        var folder = OlistFolder.Read(SharedDataFactAttribute.Locate("olist")!, CancellationToken.None);
        var recount = OlistRecount.Of(folder);

        Assert.Equal(7_314, folder.Parcels.Count);
        Assert.Equal(7_314, recount.Parcels.Count);
        Assert.Equal(3_095, folder.Sellers.Count);
        Assert.Equal(81, folder.Parcels.GroupBy(parcel => parcel.Order.Id).Count(order => order.Count() > 1));
        Assert.Equal(0, folder.Complaints.Count);
        Assert.Equal(7_314, recount.Sellers.Values.Sum(seller => seller.Shipments));
        Assert.Equal(7_314, recount.Sellers.Values.Sum(seller => seller.Announced + seller.InTransit + seller.Delivered + seller.Cancelled));
    }

    [SharedDataFact("olist")]
    public void Every_fact_made_of_the_real_orders_is_one_that_the_partner_API_reads()
    {
        using var recording = new OlistRecording(OlistFolder.Read(SharedDataFactAttribute.Locate("olist")!, CancellationToken.None));
        var reception = new Reception(0, new Actor("olist", "test", ActorRole.Partner));

        Assert.Equal(7_314, recording.Facts.OfType<Dispatch>().Count());
        foreach (var fact in recording.Facts)
        {
            var read = FactJson.ReaderOf(fact).Read(FactJson.ToUtf8(fact), reception);
            Assert.True(read.Complaints.IsEmpty, $"{fact.Number}: {string.Join("; ", read.Complaints)}");
        }
    }

    [SharedDataFact("olist")]
    public void The_recount_and_the_products_own_fold_agree_on_every_real_order()
    {
        var folder = OlistFolder.Read(SharedDataFactAttribute.Locate("olist")!, CancellationToken.None);
        using var recording = new OlistRecording(folder);
        var received = recording.Facts.Select(fact => fact with { ReceivedAt = fact.OccurredAt.Microseconds });

        var folded = Worlds.Folded.Of(received).ToDictionary(pair => pair.Key.Number, pair => pair.Value.Picture);

        var recount = OlistRecount.Of(folder);
        Assert.Equal(recount.Parcels.Count, folded.Count);
        Assert.All(recount.Parcels, parcel =>
        {
            var picture = folded[parcel.Number];
            Assert.Equal(parcel.Status, picture.Status);
            Assert.Equal(parcel.Since.UtcTicks, DateTime.UnixEpoch.Ticks + (picture.StatusSince * TimeSpan.TicksPerMicrosecond));
            Assert.Equal($"olist/{parcel.Seller}", picture.Seller);
        });
    }

    [Fact]
    public void Every_fact_of_the_simulated_world_is_one_that_the_partner_API_reads()
    {
        var reception = new Reception(0, new Actor("simulator", "test", ActorRole.Partner));
        foreach (var sent in new SimulatedWorld(Worlds.Worlds.Small(shipments: 3_000)).Play())
        {
            var read = FactJson.ReaderOf(sent.Fact).Read(FactJson.ToUtf8(sent.Fact), reception);
            Assert.True(read.Complaints.IsEmpty, $"{sent.Fact}: {string.Join("; ", read.Complaints)}");
        }
    }

    [Fact]
    public void Orders_with_quirks_become_the_facts_that_can_be_told()
    {
        using var quirky = new QuirkyFolder();
        using var recording = new OlistRecording(OlistFolder.Read(quirky.Path, CancellationToken.None));

        var told = recording.Facts.ToLookup(fact => fact.Number.Number, fact => fact is Scan scan ? scan.Status.ToString() : fact.GetType().Name);

        Assert.Equal(["Announced", "Dispatch", "Accepted", "Delivered"], told["0123456789AB-AAAA"]);
        Assert.Equal(["Announced", "Dispatch", "Accepted", "Delivered"], told["0123456789AB-BBBB"]);
        Assert.Equal(["Announced", "Dispatch", "Delivered", "Accepted"], told["1123456789AB-AAAA"]);
        Assert.Equal(["Announced", "Dispatch", "Cancelled"], told["2123456789AB-AAAA"]);
        Assert.Equal(["Announced", "Dispatch", "Accepted"], told["3123456789AB-CCCC"]);
        Assert.Equal(5, told.Count);
        Assert.Equal(3, recording.Complaints.Count);
    }

    [Fact]
    public void Goods_and_times_are_taken_over()
    {
        using var quirky = new QuirkyFolder();
        using var recording = new OlistRecording(OlistFolder.Read(quirky.Path, CancellationToken.None));

        var dispatch = recording.Facts.OfType<Dispatch>().Single(fact => fact.Number.Number == "0123456789AB-AAAA");
        Assert.Equal(2, dispatch.Goods.Length);
        Assert.Equal(("beleza, \"saude\"", 59.5m, "BRL", 0.175m), (dispatch.Goods[0].Description, dispatch.Goods[0].Value, dispatch.Goods[0].Currency, dispatch.Goods[0].WeightKg));
        Assert.Equal(("unknown", (decimal?)null), (dispatch.Goods[1].Description, dispatch.Goods[1].WeightKg));

        // Winter, then summer time of 2017 in São Paulo, told by the offset.
        Assert.Equal(new DateTimeOffset(2017, 10, 2, 10, 56, 33, TimeSpan.FromHours(-3)), recording.Facts[0].OccurredAt.ToDateTimeOffset());
        var delivered = recording.Facts.OfType<Scan>().First(scan => scan.Status == TransportStatus.Delivered && scan.Number.Number == "0123456789AB-AAAA");
        Assert.Equal(new DateTimeOffset(2017, 11, 20, 12, 0, 0, TimeSpan.FromHours(-2)), delivered.OccurredAt.ToDateTimeOffset());
    }

    [Fact]
    public void The_recount_knows_what_comes_of_quirks()
    {
        using var quirky = new QuirkyFolder();
        var recount = OlistRecount.Of(OlistFolder.Read(quirky.Path, CancellationToken.None));

        Assert.Equal(
            ["0123456789AB-AAAA Delivered", "0123456789AB-BBBB Delivered", "1123456789AB-AAAA Delivered", "2123456789AB-AAAA Cancelled", "3123456789AB-CCCC Accepted"],
            recount.Parcels.Select(parcel => $"{parcel.Number} {parcel.Status}").Order(StringComparer.Ordinal));
        Assert.Equal((3, 2, 1), (recount.Sellers[QuirkyFolder.A].Shipments, recount.Sellers[QuirkyFolder.A].Delivered, recount.Sellers[QuirkyFolder.A].Cancelled));
        Assert.Equal((1, 1), (recount.Sellers[QuirkyFolder.C].Shipments, recount.Sellers[QuirkyFolder.C].InTransit));
        Assert.Equal(0, recount.Sellers[QuirkyFolder.D].Shipments);
    }

    [Fact]
    public void A_missing_column_is_named()
    {
        using var quirky = new QuirkyFolder();
        File.WriteAllText(Path.Combine(quirky.Path, "orders.csv"), "order_id,order_status\n");

        var failure = Assert.Throws<CommandFailedException>(() => Recordings.Open(quirky.Path, CancellationToken.None));

        Assert.Equal(ExitCodes.WrongInput, failure.ExitCode);
        Assert.Contains("order_approved_at", failure.Message, StringComparison.Ordinal);
    }
}
