using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Orders;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Discrepancies;

/// <summary>Closes what does not fit: an officer has looked at it, and says why nothing more is to be done.</summary>
internal sealed class DiscrepancyEndpoint(IGrainFactory grains, TimeProvider time)
{
    private static readonly Problem Unreachable = new(
        "unreachable", StatusCodes.Status503ServiceUnavailable, "Not reachable now", "Whether it was closed is not known. Send the same again: it is not closed twice.")
    {
        RetryAfterSeconds = 1,
    };

    /// <summary>Closes one.</summary>
    public async Task CloseAsync(HttpContext context, Partner partner)
    {
        if (Route.Number(context) is not { } number)
        {
            await PartnerCalls.RefuseAsync(context, Route.NoNumber);
            return;
        }

        var (closing, problem) = await CommandReading.ReadAsync(context, "Close one at a time.", root => Read(root, ReportedTime.From(time.GetUtcNow())));
        if (closing is null)
        {
            await problem!.SendAsync(context);
        }
        else if (!partner.SpeaksForAuthority(closing.By.Organisation))
        {
            await CommandReading.NotEntitled(closing.By.Organisation, partner.Rights).SendAsync(context);
        }
        else
        {
            await CloseAsync(context, number, closing);
        }
    }

    private async Task CloseAsync(HttpContext context, ShipmentNumber number, DiscrepancyClosing closing)
    {
        DiscrepancyView? closed;
        try
        {
            closed = await grains.GetGrain<IShipmentGrain>(number.ToString()).CloseDiscrepancyAsync(closing, CancellationToken.None);
        }
        catch (Exception exception) when (Transient.Is(exception))
        {
            await Unreachable.SendAsync(context);
            return;
        }

        await (closed is null
            ? Problem.NotFound($"{number} has no discrepancy {EnumTexts.ToText(closing.Kind)} that fact {closing.Fact} shows.").SendAsync(context)
            : JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => JsonSerializer.Serialize(writer, closed, ApiJson.Default.DiscrepancyView)));
    }

    private static (DiscrepancyClosing? Closing, ImmutableArray<Complaint> Complaints) Read(JsonElement root, ReportedTime at)
    {
        var complaints = new List<Complaint>();
        var fields = new BodyFields(root, "", complaints, "authority", "kind", "fact", "reason", "officer");
        var authority = fields.Normal("authority", ShipmentNumber.LongestCarrier, ShipmentNumber.NormaliseCarrier, "a code of a-z, 0-9 and the hyphen", required: true);
        var kind = fields.OneOf<DiscrepancyKind>("kind");
        var (fact, reason) = (fields.Text("fact", Limits.Id, required: true), fields.Text("reason", Limits.Prose, required: true));
        var officer = CommandReading.Officer(root, fields, authority);
        return complaints.Count > 0 ? (null, [.. complaints]) : (new DiscrepancyClosing(kind!.Value, fact!, reason!, officer!, at), []);
    }
}
