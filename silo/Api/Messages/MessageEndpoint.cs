using System.Buffers;
using System.Collections.Immutable;
using System.Threading.RateLimiting;
using Microsoft.Extensions.Options;
using Tracking.Contracts.Facts;
using Tracking.Formats;
using Tracking.Formats.Adapters;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Messages;

/// <summary>Takes whole messages of foreign standards in: reads them by the first adapter that recognises them, and answers when every fact in them is durable.</summary>
internal sealed class MessageEndpoint(
    FactIngest ingest, FactBatches batches, MessageMetrics metrics, IOptions<IngestOptions> options, TimeProvider time) : IDisposable
{
    /// <summary>Whole messages in memory at the same time; more are answered 429.</summary>
    private const int MostAtOnce = 8;

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

        await using var body = RequestBody.Open(context);
        if (body is null)
        {
            context.Response.Headers.AcceptEncoding = RequestBody.Encodings;
            await PartnerCalls.RefuseAsync(context, FactEndpoint.WrongEncoding);
            return;
        }

        using var room = _room.AttemptAcquire();
        if (!room.IsAcquired)
        {
            await PartnerCalls.RefuseAsync(context, Problem.Overloaded("Too many messages are being read. Nothing of this one was taken: send it again.", options.Value.RetryAfterSeconds));
            return;
        }

        var message = new ArrayBufferWriter<byte>(4_096);
        if (await ReadAsync(body, message, adapters.Max(a => a.MostBytes)) is { } problem)
        {
            await RequestBody.DropAsync(context, begun: true);
            await problem.SendAsync(context);
            return;
        }

        if (adapters.FirstOrDefault(a => message.WrittenCount <= a.MostBytes && a.Recognises(message.WrittenSpan)) is not { } adapter)
        {
            await MessageAnswer.NotRecognised(adapters).SendAsync(context);
            return;
        }

        var now = (time.GetUtcNow().Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond;
        var reading = adapter.Read(message.WrittenMemory, asked.ContextFor(new Reception(now, partner.Actor)));
        metrics.Read(reading);
        var items = await IngestAsync(reading, partner);
        await new MessageAnswer(context, reading, items, options.Value.RetryAfterSeconds).SendAsync();
    }

    public void Dispose() => _room.Dispose();

    private static async Task<Problem?> ReadAsync(RequestBody body, ArrayBufferWriter<byte> message, int most)
    {
        try
        {
            while (true)
            {
                var read = await body.Reader.ReadAsync();
                foreach (var segment in read.Buffer)
                {
                    if (message.WrittenCount + segment.Length > most)
                    {
                        body.Reader.AdvanceTo(read.Buffer.End);
                        return Problem.TooMany($"A message may have {most} bytes here, unpacked. Nothing of this one was taken.", new Complaint("", $"has more than {most} bytes, unpacked", "Send the interchange in several parts."));
                    }

                    message.Write(segment.Span);
                }

                body.Reader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return message.WrittenCount > 0
                        ? null
                        : Problem.BadRequest("empty", "The body is empty", "The body is empty.", new Complaint("", "is empty", "Send one message or interchange as it was received."));
                }
            }
        }
        catch (Exception exception) when (RequestBody.FaultOf(exception) is { } fault)
        {
            return Problem.BadRequest("broken-body", "The body breaks off", $"{fault} Nothing was taken.", new Complaint("", "did not arrive whole", "Send it again."));
        }
    }

    /// <summary>Hands the facts in, a batch after the other; after one that could not be made durable no further one is tried.</summary>
    private async Task<IntakeItem[]> IngestAsync(MessageReading reading, Partner partner)
    {
        var items = new IntakeItem[reading.Facts.Length];
        var busy = false;
        for (var from = 0; from < items.Length; from += options.Value.LinesTogether)
        {
            var batch = batches.Rent();
            try
            {
                var to = Math.Min(items.Length, from + options.Value.LinesTogether);
                for (var i = from; i < to; i++)
                {
                    batch.Add(i, FactReading.Of(reading.Facts[i]), partner);
                }

                if (busy)
                {
                    batch.SettleBusy();
                }
                else
                {
                    busy = !await ingest.IngestAsync(batch) || Counts.Of(batch.Items).FirstBusy is not null;
                }

                batch.Items.CopyTo(items.AsSpan(from));
            }
            finally
            {
                batches.Return(batch);
            }
        }

        return items;
    }
}
