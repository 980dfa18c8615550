using System.Collections.Immutable;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Tracking.Formats.Adapters;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Messages;

/// <summary>Takes messages of customs and EDI in: by the first adapter that recognises them, answered when every fact in them is durable.</summary>
internal sealed class MessageEndpoint(MessageIntake intake, MessageMetrics metrics, IOptions<IngestOptions> options) : IDisposable
{
    /// <summary>Whole messages in memory at the same time; more are answered 429.</summary>
    private const int MostAtOnce = 16;

    private readonly ConcurrencyLimiter _room = new(new ConcurrencyLimiterOptions { PermitLimit = MostAtOnce, QueueLimit = 0 });

    /// <summary>Answers a request with one message or interchange.</summary>
    /// <param name="context">The call.</param>
    /// <param name="partner">Who calls.</param>
    /// <param name="adapters">What may be sent here.</param>
    public async Task HandleAsync(HttpContext context, Partner partner, ImmutableArray<IAdapter> adapters)
    {
        var asked = MessageQuestion.Of(context.Request.Query);
        if (asked.Problem is { } wrong)
        {
            await PartnerCalls.RefuseAsync(context, wrong);
            return;
        }

        using var room = _room.AttemptAcquire();
        if (!room.IsAcquired)
        {
            await PartnerCalls.RefuseAsync(context, Problem.Overloaded("Too many messages are being read. Nothing of this one was taken: send it again.", options.Value.RetryAfterSeconds));
            return;
        }

        if (await intake.ReadBodyAsync(context, adapters.Max(a => a.MostBytes)) is not { } body)
        {
            return;
        }

        if (adapters.FirstOrDefault(a => body.Length <= a.MostBytes && a.Recognises(body.Span)) is not { } adapter)
        {
            await NotRecognised(adapters).SendAsync(context);
            return;
        }

        var reading = adapter.Read(body, asked.ContextFor(intake.Received(partner)));
        metrics.Read(reading);
        await AnswerAsync(context, partner, adapter, reading, await intake.TakeAsync(partner, reading));
    }

    public void Dispose() => _room.Dispose();

    // An acknowledgement says that all was taken: where a fact was rejected the caller is told so in JSON instead.
    private Task AnswerAsync(HttpContext context, Partner partner, IAdapter adapter, MessageReading reading, MessageOutcome outcome)
    {
        var asksForJson = context.Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase);
        return reading.Acknowledgement.IsEmpty || outcome.Rejected > 0 || asksForJson
            ? intake.AnswerAsync(context, partner, adapter, reading, outcome)
            : AcknowledgeAsync(context, adapter, reading.Acknowledgement);
    }

    private static async Task AcknowledgeAsync(HttpContext context, IAdapter adapter, ReadOnlyMemory<byte> acknowledgement)
    {
        context.Response.ContentType = adapter.Name == "x12" ? "application/edi-x12" : "application/edifact";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.BodyWriter.WriteAsync(acknowledgement);
    }

    private static Problem NotRecognised(ImmutableArray<IAdapter> adapters) => new(
        "not-recognised",
        StatusCodes.Status422UnprocessableEntity,
        "The message is of no format that is read here",
        $"Nothing was taken. Read here: {string.Join("; ", adapters.Select(a => a.Title))}.")
    {
        Errors = [new("", "begins like no message that is read here", "Send the message as it was received, with its envelope and nothing before it.")],
    };
}
