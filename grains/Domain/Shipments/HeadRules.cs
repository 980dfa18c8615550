using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Customs;
using Tracking.Domain.Holds;

namespace Tracking.Domain.Shipments;

/// <summary>From a shipment's state to the rows that people look at.</summary>
public static class HeadRules
{
    /// <summary>The head row of a state.</summary>
    /// <param name="state">The state.</param>
    public static ShipmentHead Of(ShipmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        var picture = state.Picture;
        if (state.Links.Belongs is { } link)
        {
            return new ShipmentHead { Status = picture.Status, LastAt = picture.LastAt, BelongsTo = link.Bill.Number };
        }

        // A link that was taken back leaves a stream without facts: no shipment.
        if (state.Facts.IsEmpty)
        {
            return ShipmentHead.Empty;
        }

        var openHolds = picture.OpenHolds;
        var customs = Leading(picture);
        return new ShipmentHead
        {
            Status = picture.Status,
            Customs = customs?.Status ?? CustomsStatus.None,
            OpenHolds = openHolds,
            Violations = picture.Violations.Length,
            Discrepancies = DiscrepancyRules.Open(state),
            Seller = picture.Seller,
            Place = picture.LastPlace,
            LastAt = picture.LastAt,
            Origin = picture.Origin,
            Destination = picture.Destination,
            LinksPending = !state.Links.Pending(state.Number, picture, state.Version).IsEmpty,
            Released = openHolds == 0 && picture.Customs.Any(c => c is { Procedure: CustomsProcedure.Import, Status: CustomsStatus.Released }),
            Seized = picture.Customs.Any(c => c.Status is CustomsStatus.Seized or CustomsStatus.Forfeited),
        };
    }

    /// <summary>The rows of the hold queue: open holds and exams, without restricted reasons.</summary>
    /// <param name="state">The state.</param>
    public static ImmutableArray<HoldRow> OpenHolds(ShipmentState state)
    {
        ArgumentNullException.ThrowIfNull(state);
        return state.Links.Belongs is not null
            ? []
            : [.. state.Picture.Holds.Where(h => h.IsOpen && h.IsCounted).Select(h => Row(state.Number, state.Picture, h))];
    }

    /// <summary>The customs record that matters most: import before transit before export, the territory where it is before others.</summary>
    /// <param name="picture">The picture.</param>
    public static CustomsRecord? Leading(ShipmentPicture picture)
    {
        ArgumentNullException.ThrowIfNull(picture);
        if (picture.Customs.Length < 2)
        {
            return picture.Customs.IsEmpty ? null : picture.Customs[0];
        }

        return picture.Customs
            .OrderBy(c => c.Procedure switch { CustomsProcedure.Import => 0, CustomsProcedure.Transit => 1, _ => 2 })
            .ThenBy(c => c.Territory == picture.Whereabouts ? 0 : 1)
            .ThenByDescending(c => c.Since)
            .ThenBy(c => c.Territory, StringComparer.Ordinal)
            .FirstOrDefault();
    }

    private static HoldRow Row(ShipmentNumber number, ShipmentPicture picture, Hold hold) => new()
    {
        Id = hold.Id,
        Carrier = number.Carrier,
        Number = number.Number,
        Kind = hold.Kind,
        Authority = hold.Authority,
        Reason = hold.Terms.ReasonRestricted ? null : hold.Terms.Reason,
        LegalBasis = hold.Terms.LegalBasis,
        Port = hold.Terms.Port,
        PlacedAt = new ReportedTime(hold.PlacedAt, hold.OffsetMinutes).ToDateTimeOffset(),
        Seller = picture.Seller,
        Order = hold.Order,
    };
}
