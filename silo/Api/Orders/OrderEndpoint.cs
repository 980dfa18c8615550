using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Orders;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Grains.Orders;
using Tracking.Journal;
using Tracking.Journal.Orders;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Orders;

/// <summary>Standing orders: placed, changed, shown.</summary>
internal sealed class OrderEndpoint(IOrderDesk desk, TimeProvider time)
{
    public static readonly string[] Query = ["owner", "seller", "standing", "after", "limit"];

    // A silo that hangs loses its lease in three seconds: whoever has waited longer than this waits for the journal.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);
    private static readonly JsonDocumentOptions Strict = new() { MaxDepth = Limits.Depth, AllowDuplicateProperties = false };

    /// <summary>Places an order and answers when it is in force everywhere.</summary>
    public Task PlaceAsync(HttpContext context, Partner partner) => ReadAsync(context, async root =>
    {
        var (order, complaints) = OrderBody.Read(root, partner.Actor, ReportedTime.From(time.GetUtcNow()).Microseconds);
        if (order is null)
        {
            await OrderProblems.Malformed(complaints).SendAsync(context);
        }
        else if (!partner.MayPlace(order.Owner, order.Effect))
        {
            await OrderProblems.NotEntitled(order.Owner, EnumTexts.ToText(order.Effect), partner.Rights).SendAsync(context);
        }
        else
        {
            await SettleAsync(context, order.Key, StatusCodes.Status201Created, cancel => desk.PlaceAsync(order, cancel));
        }
    });

    /// <summary>Tries an order against the last days.</summary>
    public Task TryAsync(HttpContext context, Partner partner) => ReadAsync(context, async root =>
    {
        var (order, days, complaints) = OrderBody.ReadTrial(root, partner.Actor, ReportedTime.From(time.GetUtcNow()).Microseconds);
        if (order is null)
        {
            await OrderProblems.Malformed(complaints).SendAsync(context);
        }
        else if (!partner.MayPlace(order.Owner, order.Effect))
        {
            await OrderProblems.NotEntitled(order.Owner, EnumTexts.ToText(order.Effect), partner.Rights).SendAsync(context);
        }
        else
        {
            var trial = await desk.TryAsync(order, days, context.RequestAborted);
            await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => OrderAnswers.Write(writer, trial));
        }
    });

    /// <summary>Shows an order with what became of it.</summary>
    public Task GetAsync(HttpContext context, Partner partner) => WithOrderAsync(context, partner, view =>
        JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => OrderAnswers.Write(writer, view, whole: true)));

    /// <summary>Lists orders, latest first.</summary>
    public Task ListAsync(HttpContext context, Partner partner) => GuardAsync(context, async () =>
    {
        var (filter, problem) = OrderQuery.Read(context.Request.Query);
        if (filter is null)
        {
            await problem!.SendAsync(context);
            return;
        }

        var views = await desk.ListAsync(filter, context.RequestAborted);
        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer =>
        {
            writer.WriteStartObject();
            writer.WriteStartArray("orders"u8);
            foreach (var view in views.Where(v => partner.MaySee(v.Order)))
            {
                OrderAnswers.Write(writer, view, whole: false);
            }

            writer.WriteEndArray();
            if (views.Length == filter.Limit)
            {
                writer.WriteString("next"u8, views[^1].Epoch.ToString());
            }

            writer.WriteEndObject();
        });
    });

    /// <summary>Lifts an order: exactly the holds that it placed are lifted with it.</summary>
    public Task LiftAsync(HttpContext context, Partner partner) => ChangeAsync(context, partner, OrderChangeKind.Lifted, needsReason: false);

    /// <summary>Clears one shipment of an order.</summary>
    public Task ClearAsync(HttpContext context, Partner partner) => ChangeAsync(context, partner, OrderChangeKind.Cleared, needsReason: true);

    /// <summary>Records an objection.</summary>
    public Task ContestAsync(HttpContext context, Partner partner) => ChangeAsync(context, partner, OrderChangeKind.Contested, needsReason: true);

    private Task ChangeAsync(HttpContext context, Partner partner, OrderChangeKind kind, bool needsReason) => ReadAsync(context, root => WithOrderAsync(context, partner, async view =>
    {
        var (change, complaints) = OrderChangeBody.Read(root, kind, needsReason);
        if (change is null)
        {
            await OrderProblems.Malformed(complaints).SendAsync(context);
        }
        else if (kind != OrderChangeKind.Contested && !partner.MayChange(view, kind))
        {
            await OrderProblems.NotEntitled(view.Order.Owner, "change it", partner.Rights).SendAsync(context);
        }
        else if (change.Epoch is { } epoch && epoch != view.Epoch)
        {
            await OrderProblems.OtherEpoch(view.Epoch).SendAsync(context);
        }
        else
        {
            await SettleAsync(context, view.Order.Key, StatusCodes.Status200OK, cancel => desk.ChangeAsync(view.Order.Key, kind, partner.Actor, change.Reason, change.Shipment, cancel));
        }
    }));

    private async Task SettleAsync(HttpContext context, string key, int status, Func<CancellationToken, ValueTask<OrderOutcome>> settle)
    {
        var startedAt = time.GetTimestamp();
        using var patience = new CancellationTokenSource(Patience, time);
        var outcome = await settle(patience.Token);
        if (outcome.Result != OrderResult.Done)
        {
            await OrderProblems.Of(outcome.Result, key).SendAsync(context);
            return;
        }

        context.Response.StatusCode = status;
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        await JsonAnswer.SendAsync(
            context, JsonAnswer.MediaType, writer => OrderAnswers.WriteInForce(writer, key[..slash], key[(slash + 1)..], outcome.Epoch, time.GetElapsedTime(startedAt)));
    }

    private Task WithOrderAsync(HttpContext context, Partner partner, Func<OrderView, Task> handle) => GuardAsync(context, async () =>
    {
        var owner = ShipmentNumber.NormaliseCarrier((string?)context.Request.RouteValues["owner"]);
        var id = OrderBody.NormaliseId((string?)context.Request.RouteValues["id"] ?? "");
        var view = owner is null || string.IsNullOrEmpty(id) ? null : await desk.GetAsync($"{owner}/{id}", context.RequestAborted);
        if (view is null || !partner.MaySee(view.Order))
        {
            // Whoever may not see an order is not told that there is one.
            await Problem.NotFound($"There is no order {owner}/{id} that this key may see.").SendAsync(context);
            return;
        }

        await handle(view);
    });

    private static Task ReadAsync(HttpContext context, Func<JsonElement, Task> handle) => GuardAsync(context, async () =>
    {
        var (body, problem) = await WholeBody.ReadAsync(context, "Send one order at a time.");
        if (body is null)
        {
            await problem!.SendAsync(context);
            return;
        }

        JsonDocument document;
        try
        {
            // An empty body says nothing: where nothing has to be said it is enough.
            document = JsonDocument.Parse(body.WrittenCount == 0 ? "{}"u8.ToArray() : body.WrittenMemory, Strict);
        }
        catch (JsonException exception)
        {
            await OrderProblems.NotJson(exception).SendAsync(context);
            return;
        }

        using (document)
        {
            try
            {
                await (document.RootElement.ValueKind == JsonValueKind.Object
                    ? handle(document.RootElement)
                    : OrderProblems.Malformed([new Complaint("", "must be an object", "Send an object.")]).SendAsync(context));
            }
            catch (InvalidOperationException) when (!context.Response.HasStarted)
            {
                // The only way to learn of a text that is not UTF-8 or has half of a surrogate pair.
                await OrderProblems.Malformed([new Complaint("", "has a text that is not UTF-8, or half of a surrogate pair", "Send the body in UTF-8.")]).SendAsync(context);
            }
        }
    });

    private static async Task GuardAsync(HttpContext context, Func<Task> work)
    {
        try
        {
            await work();
        }
        catch (Exception exception) when (exception is JournalUnavailableException or OperationCanceledException && !context.RequestAborted.IsCancellationRequested && !context.Response.HasStarted)
        {
            await OrderProblems.NotInForce.SendAsync(context);
        }
    }
}
