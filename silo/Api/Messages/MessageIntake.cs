using System.Buffers;
using System.Text.Json;
using Microsoft.Extensions.Options;
using Tracking.Contracts.Facts;
using Tracking.Formats;
using Tracking.Formats.Adapters;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Messages;

/// <summary>Takes in whole messages of foreign formats: reads the body, lets an adapter read it, makes its facts durable, answers.</summary>
internal sealed class MessageIntake(FactIngest ingest, FactBatches batches, MessageMetrics metrics, IOptions<IngestOptions> options, TimeProvider time)
{
    /// <summary>When and from whom a message is received that has just arrived.</summary>
    public Reception Received(Partner partner) => new((time.GetUtcNow().Ticks - DateTime.UnixEpoch.Ticks) / TimeSpan.TicksPerMicrosecond, partner.Actor);

    /// <summary>Reads a body as a whole, unpacked; null where it was refused, which is answered then.</summary>
    /// <param name="context">The call.</param>
    /// <param name="mostBytes">The most bytes, unpacked.</param>
    public async Task<ReadOnlyMemory<byte>?> ReadBodyAsync(HttpContext context, int mostBytes)
    {
        await using var body = RequestBody.Open(context);
        if (body is null)
        {
            context.Response.Headers.AcceptEncoding = RequestBody.Encodings;
            await PartnerCalls.RefuseAsync(context, WrongEncoding);
            return null;
        }

        using var room = ingest.TryOpenBody();
        if (room is null)
        {
            await PartnerCalls.RefuseAsync(context, Problem.Overloaded("Too many bodies are being read. Nothing of this one was taken: send it again.", options.Value.RetryAfterSeconds));
            return null;
        }

        try
        {
            while (true)
            {
                var read = await body.Reader.ReadAsync();
                if (read.Buffer.Length > mostBytes)
                {
                    body.Reader.AdvanceTo(read.Buffer.End);
                    await PartnerCalls.RefuseAsync(context, TooLong(mostBytes));
                    return null;
                }

                if (read.IsCompleted)
                {
                    var bytes = read.Buffer.ToArray();
                    body.Reader.AdvanceTo(read.Buffer.End);
                    return bytes;
                }

                body.Reader.AdvanceTo(read.Buffer.Start, read.Buffer.End);
            }
        }
        catch (Exception exception) when (RequestBody.FaultOf(exception) is { } fault)
        {
            await RequestBody.DropAsync(context, begun: true);
            await Problem.BadRequest("broken-body", "The body breaks off", $"{fault} Nothing was taken.", new Complaint("", "did not arrive whole", "Send it again.")).SendAsync(context);
            return null;
        }
    }

    /// <summary>Reads a message, makes its facts durable and answers with what became of them.</summary>
    /// <param name="context">The call.</param>
    /// <param name="partner">Who sent it.</param>
    /// <param name="adapter">Who reads it.</param>
    /// <param name="body">The message.</param>
    /// <param name="message">What the bytes do not say.</param>
    /// <param name="mayBeOther">Whether the sender also sends messages about other things, which are answered and not taken.</param>
    public async Task AnswerAsync(HttpContext context, Partner partner, IAdapter adapter, ReadOnlyMemory<byte> body, MessageContext message, bool mayBeOther = false)
    {
        var reading = adapter.Read(body, message);
        metrics.Read(reading);
        await AnswerAsync(context, partner, adapter, reading, await TakeAsync(partner, reading), mayBeOther && !adapter.Recognises(body.Span));
    }

    /// <summary>Answers with what became of a message.</summary>
    /// <param name="context">The call.</param>
    /// <param name="partner">Who sent it.</param>
    /// <param name="adapter">Who read it.</param>
    /// <param name="reading">What was read.</param>
    /// <param name="outcome">What became of its facts.</param>
    /// <param name="other">Whether it is about other things, which is no fault.</param>
    public async Task AnswerAsync(HttpContext context, Partner partner, IAdapter adapter, MessageReading reading, MessageOutcome outcome, bool other = false)
    {
        if (outcome.Busy)
        {
            await (Problem.Overloaded("Not every fact could be made durable now. Send the whole message again: what was taken is answered as duplicate.", options.Value.RetryAfterSeconds) with
            {
                Further = writer => MessageAnswer.WriteMembers(writer, reading, outcome),
            }).SendAsync(context);
        }
        else if (reading.Understood == 0 && !reading.Complaints.IsEmpty && reading.Acknowledgement.IsEmpty && !other)
        {
            await (NotUnderstood(adapter) with { Errors = [.. reading.Complaints.Take(MessageAnswer.MostShown)] }).SendAsync(context);
        }
        else if (outcome.Accepted + outcome.Duplicates == 0 && outcome.NotEntitled > 0)
        {
            await (NotEntitled(partner) with { Further = writer => MessageAnswer.WriteMembers(writer, reading, outcome) }).SendAsync(context);
        }
        else
        {
            await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => MessageAnswer.Write(writer, reading, outcome));
        }
    }

    /// <summary>Makes the facts of a message durable, in parts that leave room for others.</summary>
    public async Task<MessageOutcome> TakeAsync(Partner partner, MessageReading reading)
    {
        var outcome = new MessageOutcome();
        var batch = batches.Rent();
        try
        {
            foreach (var part in reading.Facts.Chunk(options.Value.LinesTogether))
            {
                for (var i = 0; i < part.Length; i++)
                {
                    batch.Add(i, FactReading.Of(part[i]), partner);
                }

                await ingest.IngestAsync(batch);
                for (var i = 0; i < part.Length; i++)
                {
                    outcome.Add(part[i], batch.Items[i]);
                }

                batch.Clear();
                if (outcome.Busy)
                {
                    break;
                }
            }
        }
        finally
        {
            batches.Return(batch);
        }

        return outcome;
    }

    private static Problem WrongEncoding { get; } = new(
        "content-encoding",
        StatusCodes.Status415UnsupportedMediaType,
        "Content encoding not known",
        $"Send the body as it is, or compressed by one of {RequestBody.Encodings}.")
    {
        Errors = [new("Content-Encoding", "is not known here", $"Send one of {RequestBody.Encodings}.")],
    };

    private static Problem TooLong(int mostBytes) => Problem.TooMany(
        $"A message may have {mostBytes} bytes, unpacked. Nothing of this one was taken.",
        new Complaint("", $"has more than {mostBytes} bytes, unpacked", "Send it in several messages."));

    private static Problem NotUnderstood(IAdapter adapter) => new(
        "message", StatusCodes.Status422UnprocessableEntity, "Message not understood", $"Nothing in the body could be understood as {adapter.Title}. Nothing was taken.");

    private static Problem NotEntitled(Partner partner) => new(
        "not-entitled", StatusCodes.Status403Forbidden, "The message was not taken", $"Its facts speak for others than this key may speak for ({partner.Rights}).");
}
