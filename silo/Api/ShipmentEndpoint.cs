using System.Text.Json;
using Tracking.Contracts.Sellers;
using Tracking.Contracts.Shipments;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api;

/// <summary>Shows what is known of a shipment and of a seller.</summary>
internal sealed class ShipmentEndpoint(IGrainFactory grains, TimeProvider time)
{
    /// <summary>The query parameter that names the form of a shipment.</summary>
    public const string Query = "as";

    internal static readonly Problem Unreachable = new(
        "unreachable", StatusCodes.Status503ServiceUnavailable, "Not reachable now", "What was asked for cannot be reached now. Ask again after a moment.")
    {
        RetryAfterSeconds = 1,
    };

    public Task ShipmentAsync(HttpContext context, Partner partner)
    {
        if (Route.Number(context) is not { } number)
        {
            return Route.NoNumber.SendAsync(context);
        }

        if (ShipmentForms.Asked(context.Request) is not { } form)
        {
            return ShipmentForms.NoForm.SendAsync(context);
        }

        return partner.MayAskAbout(number)
            ? AnswerAsync(
                context,
                () => grains.GetGrain<IShipmentGrain>(number.ToString()).GetAsync(partner.IsAuthority),
                // What the law's clocks say of an authority's hold is not the carrier's business.
                view => ShipmentForms.SendAsync(context, form, partner.IsAuthority ? view : view with { Cases = [] }, time.GetUtcNow()),
                $"Nothing was ever reported about {number}.")
            : Route.NotYours(number.Carrier, partner.Rights).SendAsync(context);
    }

    public Task SellerAsync(HttpContext context, Partner partner)
    {
        if (Route.Seller(context) is not { } seller)
        {
            return Route.NoSeller.SendAsync(context);
        }

        return partner.MayAskAbout(seller)
            ? AnswerAsync(
                context,
                () => grains.GetGrain<ISellerGrain>(seller.ToString()).GetAsync(),
                view => JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => JsonSerializer.Serialize(writer, view, ApiJson.Default.SellerView)),
                $"Nothing was ever reported about the seller {seller}.")
            : Route.NotYours(seller.Marketplace, partner.Rights).SendAsync(context);
    }

    private static async Task AnswerAsync<T>(HttpContext context, Func<ValueTask<T?>> ask, Func<T, Task> send, string nothing)
        where T : class
    {
        T? view;
        try
        {
            view = await ask();
        }
        catch (Exception exception) when (Transient.Is(exception))
        {
            await Unreachable.SendAsync(context);
            return;
        }

        await (view is null ? Problem.NotFound(nothing).SendAsync(context) : send(view));
    }
}
