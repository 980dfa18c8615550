using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments;
using static Tracking.Domain.Tests.Given;

namespace Tracking.Domain.Tests.Shipments;

/// <summary>Where the carrier says it is.</summary>
public sealed class TransportTests
{
    private static readonly TransportStatus[] Ends = [TransportStatus.DeliveredLocker, TransportStatus.Returned, TransportStatus.Destroyed];

    public static TheoryData<TransportStatus, TransportStatus> AfterEnds()
    {
        var rows = new TheoryData<TransportStatus, TransportStatus>();
        foreach (var end in Ends)
        {
            foreach (var later in Enum.GetValues<TransportStatus>())
            {
                rows.Add(end, later);
            }
        }

        return rows;
    }

    [Theory]
    [MemberData(nameof(AfterEnds))]
    public void After_an_end_only_what_begins_or_ends_a_delivery_anew_moves_the_status(TransportStatus end, TransportStatus later)
    {
        TransportStatus[] reopening = [TransportStatus.OutForDelivery, TransportStatus.Attempted, TransportStatus.Returning, TransportStatus.Delivered, TransportStatus.Returned, TransportStatus.Destroyed];

        var status = Facts(Scan(end, 5), Scan(later, 10)).Picture.Status;

        Assert.Equal(reopening.Contains(later.Main()) ? later : end, status);
    }

    [Fact]
    public void A_scan_that_arrives_late_does_not_move_the_status_back()
    {
        var state = Facts(Scan(TransportStatus.OutForDelivery, 20)).With(Scan(TransportStatus.InTransitSorted, 10));

        Assert.Equal((TransportStatus.OutForDelivery, At(20)), (state.Picture.Status, state.Picture.StatusSince));
    }

    [Fact]
    public void No_news_never_moves_a_status()
    {
        Assert.Equal(TransportStatus.Accepted, Facts(Scan(TransportStatus.Accepted, 5), Scan(TransportStatus.NoNews, 10)).Picture.Status);
    }

    [Theory]
    [InlineData(TransportStatus.InTransitArrived, TransportStatus.InTransitDeparted)]
    [InlineData(TransportStatus.InTransitDeparted, TransportStatus.DeliveredRecipient)]
    [InlineData(TransportStatus.OutForDelivery, TransportStatus.DeliveredRecipient)]
    [InlineData(TransportStatus.AttemptedAbsent, TransportStatus.DeliveredNeighbour)]
    [InlineData(TransportStatus.Announced, TransportStatus.Accepted)]
    public void Of_scans_at_one_time_the_rank_tells_the_later(TransportStatus first, TransportStatus second)
    {
        Assert.Equal(second, Facts(Scan(first, 5), Scan(second, 5)).Picture.Status);
        Assert.Equal(second, Facts(Scan(second, 5), Scan(first, 5)).Picture.Status);
    }

    [Fact]
    public void A_time_more_than_a_day_after_its_receipt_is_marked_and_the_receipt_counts()
    {
        var tomorrow = Scan(TransportStatus.Delivered, 1_441) with { ReceivedAt = At(0) };
        var state = Facts(tomorrow, Scan(TransportStatus.InTransit, 30));

        Assert.Equal([new Discrepancy(DiscrepancyKind.TimeInFuture, FactKeys.Of(tomorrow), At(0))], state.Picture.Discrepancies.AsEnumerable());
        Assert.Equal((TransportStatus.Delivered, At(0)), (state.Picture.Status, state.Picture.StatusSince));
    }

    [Fact]
    public void A_time_up_to_a_day_after_its_receipt_is_believed()
    {
        var state = Facts(Scan(TransportStatus.Delivered, 1_440) with { ReceivedAt = At(0) });

        Assert.Empty(state.Picture.Discrepancies);
        Assert.Equal(At(1_440), state.Picture.StatusSince);
    }

    [Fact]
    public void A_bill_is_not_delivered_while_a_piece_is_under_way()
    {
        var state = Facts(Manifest(0, "US", "US", "P1", "P2"), Scan(TransportStatus.InTransit, 5, piece: "P2"), Scan(TransportStatus.Delivered, 10, piece: "P1"));

        Assert.Equal(TransportStatus.InTransit, state.Picture.Status);
        Assert.Equal([TransportStatus.Delivered, TransportStatus.InTransit], state.Picture.PieceStatuses.AsEnumerable());
        Assert.Equal(TransportStatus.Delivered, state.With(Scan(TransportStatus.Delivered, 20, piece: "P2")).Picture.Status);
    }

    [Fact]
    public void A_bill_is_where_its_slowest_piece_is()
    {
        var state = Facts(Manifest(0, "US", "US", "P1", "P2"), Scan(TransportStatus.InTransitDeparted, 5, piece: "P2"), Scan(TransportStatus.OutForDelivery, 10, piece: "P1"));

        Assert.Equal((TransportStatus.InTransitDeparted, At(5)), (state.Picture.Status, state.Picture.StatusSince));
    }

    [Fact]
    public void A_bill_is_not_delivered_while_nothing_was_said_of_a_piece()
    {
        var state = Facts(Manifest(0, "US", "US", "P1", "P2"), Scan(TransportStatus.OutForDelivery, 5, piece: "P1"), Scan(TransportStatus.Delivered, 10, piece: "P1"));

        Assert.Equal(TransportStatus.OutForDelivery, state.Picture.Status);
    }

    [Fact]
    public void A_cancelled_piece_does_not_keep_the_bill_from_being_delivered()
    {
        var state = Facts(Manifest(0, "US", "US", "P1", "P2"), Scan(TransportStatus.Cancelled, 5, piece: "P2"), Scan(TransportStatus.Delivered, 10, piece: "P1"));

        Assert.Equal(TransportStatus.Delivered, state.Picture.Status);
    }

    [Fact]
    public void A_scan_of_the_bill_moves_every_piece_that_is_not_at_its_end()
    {
        var state = Facts(Manifest(0, "US", "US", "P1", "P2"), Scan(TransportStatus.Delivered, 5, piece: "P1"), Scan(TransportStatus.InTransit, 10));

        Assert.Equal([TransportStatus.Delivered, TransportStatus.InTransit], state.Picture.PieceStatuses.AsEnumerable());
        Assert.Equal(TransportStatus.InTransit, state.Picture.Status);
    }

    [Fact]
    public void A_scan_of_a_number_that_no_manifest_names_is_ignored_until_one_does()
    {
        var state = Facts(Scan(TransportStatus.Delivered, 5, piece: "P1"));

        Assert.Equal(TransportStatus.NoNews, state.Picture.Status);
        Assert.Equal(TransportStatus.Delivered, state.With(Manifest(0, "US", "US", "P1")).Picture.Status);
    }

    [Fact]
    public void An_authority_that_numbers_its_messages_is_believed_in_their_order()
    {
        var removal = Removal(3) with { Sequence = 2 };
        var state = Facts(removal, Hold(5, id: "H1") with { Sequence = 1 });

        var hold = Assert.Single(state.Picture.Holds);
        Assert.Equal(At(5) + 1, hold.RemovedAt);
    }

    [Fact]
    public void Numbers_of_messages_order_one_authority_and_no_other()
    {
        var state = Facts(Removal(3) with { Sequence = 2 }, Hold(5, Fda) with { Sequence = 1 });

        Assert.True(Assert.Single(state.Picture.Holds).IsOpen);
    }
}
