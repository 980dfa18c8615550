using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Formats;
using Tracking.Formats.Json;

namespace Tracking.Silo.Api.Orders;

/// <summary>What is sent to lift, clear or contest an order.</summary>
/// <param name="Reason">Why.</param>
/// <param name="Shipment">For a clearing: which shipment.</param>
/// <param name="Epoch">For a clearing: the epoch of the order that was looked at.</param>
internal sealed record OrderChangeBody(string? Reason, ShipmentNumber? Shipment, long? Epoch)
{
    public static (OrderChangeBody? Change, ImmutableArray<Complaint> Complaints) Read(JsonElement root, OrderChangeKind kind, bool needsReason)
    {
        var complaints = new List<Complaint>();
        if (kind != OrderChangeKind.Cleared)
        {
            var reason = new BodyFields(root, "", complaints, "reason").Text("reason", Limits.Prose, needsReason);
            return (complaints.Count > 0 ? null : new OrderChangeBody(reason, null, null), [.. complaints]);
        }

        var fields = new BodyFields(root, "", complaints, "carrier", "number", "epoch", "reason");
        var carrier = fields.Text("carrier", ShipmentNumber.LongestCarrier, required: true);
        var number = fields.Text("number", ShipmentNumber.LongestNumber * 2, required: true);
        var epoch = fields.Whole("epoch", 1, int.MaxValue);
        var why = fields.Text("reason", Limits.Prose, required: true);
        var shipment = default(ShipmentNumber);
        if (carrier is not null && number is not null && !ShipmentNumber.TryCreate(carrier, number, out shipment))
        {
            fields.Complain("number", "is not a number of a shipment", Route.NumberRemedy);
        }

        return (complaints.Count > 0 ? null : new OrderChangeBody(why, shipment, epoch), [.. complaints]);
    }
}
