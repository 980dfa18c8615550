using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using Tracking.Contracts.Facts;
using Tracking.Formats;
using Tracking.Formats.Adapters;
using Tracking.Silo.Ingest;

namespace Tracking.Silo.Api.Messages;

/// <summary>Says what became of a message: in the manner of its standard where that has one and all was taken, else as JSON.</summary>
internal sealed class MessageAnswer(HttpContext context, MessageReading reading, IntakeItem[] items, int retryAfterSeconds)
{
    /// <summary>Facts that are listed one by one; of all there are counts.</summary>
    public const int MostListed = 1_000;

    public static Problem NotRecognised(ImmutableArray<IAdapter> adapters) => new(
        "not-recognised",
        StatusCodes.Status422UnprocessableEntity,
        "The message is of no format that is read here",
        $"Nothing was taken. Read here: {string.Join("; ", adapters.Select(a => a.Title))}.")
    {
        Errors = [new("", "begins like no message that is read here", "Send the message as it was received, with its envelope and nothing before it.")],
    };

    public Task SendAsync()
    {
        var counts = Counts.Of(items);
        if (counts.FirstBusy is not null)
        {
            return (Problem.Overloaded("Not everything could be made durable now. Send the message again: what was taken is answered as duplicate.", retryAfterSeconds) with { Further = w => Write(w, counts) }).SendAsync(context);
        }

        if (reading.Understood == 0 && reading.Acknowledgement.IsEmpty)
        {
            return new Problem("not-understood", StatusCodes.Status422UnprocessableEntity, "Nothing in the message was understood", "Nothing was taken; the errors say where and why.")
            {
                Errors = reading.Complaints,
                Further = w => Write(w, counts),
            }.SendAsync(context);
        }

        if (items.Length > 0 && items.All(i => i.Outcome.Refusal == FactRefusal.NotEntitled))
        {
            var refusal = Refusals.Of(FactRefusal.NotEntitled);
            return new Problem(refusal.Reason, refusal.Status, "The message was not taken", $"{refusal.Message} {refusal.Remedy}")
            {
                Errors = items[0].Complaints,
                Further = w => Write(w, counts),
            }.SendAsync(context);
        }

        return counts.Rejected == 0 && !reading.Acknowledgement.IsEmpty && !WantsJson ? SendAcknowledgementAsync() : JsonAnswer.SendAsync(context, JsonAnswer.MediaType, w =>
        {
            w.WriteStartObject();
            Write(w, counts);
            w.WriteEndObject();
        });
    }

    private bool WantsJson => context.Request.Headers.Accept.ToString().Contains("json", StringComparison.OrdinalIgnoreCase);

    private async Task SendAcknowledgementAsync()
    {
        context.Response.ContentType = reading.Format == "x12" ? "application/edi-x12" : "application/edifact";
        context.Response.Headers.CacheControl = "no-store";
        await context.Response.BodyWriter.WriteAsync(reading.Acknowledgement);
    }

    private void Write(Utf8JsonWriter writer, Counts counts)
    {
        writer.WriteString("format"u8, reading.Format);
        writer.WriteString("sha256"u8, reading.Sha256);
        writer.WriteNumber("understood"u8, reading.Understood);
        counts.Write(writer);
        writer.WriteStartArray("items"u8);
        foreach (ref var item in items.AsSpan(0, Math.Min(items.Length, MostListed)))
        {
            ItemAnswer.Write(writer, "index"u8, item);
        }

        writer.WriteEndArray();
        writer.WritePropertyName("complaints"u8);
        JsonAnswer.Write(writer, reading.Complaints);
        writer.WriteNumber("complaintsLeftOut"u8, reading.ComplaintsLeftOut);
        writer.WriteStartArray("unmapped"u8);
        foreach (var code in reading.Unmapped)
        {
            writer.WriteStartObject();
            writer.WriteString("system"u8, code.System);
            writer.WriteString("code"u8, code.Code);
            writer.WriteString("where"u8, code.Where);
            writer.WriteEndObject();
        }

        writer.WriteEndArray();
        writer.WriteNumber("unmappedLeftOut"u8, reading.UnmappedLeftOut);
        if (counts.Rejected == 0 && !reading.Acknowledgement.IsEmpty)
        {
            writer.WriteString("acknowledgement"u8, Encoding.UTF8.GetString(reading.Acknowledgement.Span));
        }
    }
}
