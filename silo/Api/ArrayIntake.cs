using System.Text.Json;
using Tracking.Contracts.Facts;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Silo.Ingest;

namespace Tracking.Silo.Api;

/// <summary>Takes one object or an array in, and answers for each item.</summary>
internal sealed class ArrayIntake(
    HttpContext context, RequestBody body, FactIngest ingest, FactBatches batches, ItemReading reading, string kind, IngestOptions options)
{
    /// <summary>The most items of an array.</summary>
    public const int MostItems = 5_000;

    /// <summary>The most bytes of an array, unpacked.</summary>
    public const long MostBytes = 32 * 1024 * 1024;

    private readonly ArrayFramer _framer = new();

    public async Task RunAsync()
    {
        var batch = batches.Rent();
        try
        {
            var problem = await ReadAsync(batch);
            if (problem is not null)
            {
                await RequestBody.DropAsync(context, begun: true);
                if (problem.Status == StatusCodes.Status413PayloadTooLarge || batch.Count == 0)
                {
                    await problem.SendAsync(context);
                    return;
                }
            }

            await ingest.TryIngestAsync(batch);
            await AnswerAsync(batch, problem);
        }
        finally
        {
            batches.Return(batch);
        }
    }

    /// <summary>Reads the body; gives what is wrong with it beyond single items.</summary>
    private async Task<Problem?> ReadAsync(FactBatch batch)
    {
        try
        {
            while (true)
            {
                var read = await body.Reader.ReadAsync();
                reading.Stamp();
                var buffer = read.Buffer;
                Framing found;
                while ((found = _framer.Next(ref buffer, read.IsCompleted, out var item)) is Framing.Item or Framing.TooLong)
                {
                    if (batch.Count == MostItems)
                    {
                        body.Reader.AdvanceTo(buffer.End);
                        return TooManyItems();
                    }

                    reading.Add(batch, found, item, _framer.Number, _framer.IsArray);
                }

                body.Reader.AdvanceTo(buffer.Start, buffer.End);
                if (found == Framing.End)
                {
                    return null;
                }

                if (found == Framing.Broken)
                {
                    return NotJson(batch.Count);
                }

                if (_framer.Position + buffer.Length > MostBytes)
                {
                    return TooManyBytes();
                }
            }
        }
        catch (Exception exception) when (RequestBody.FaultOf(exception) is { } fault)
        {
            return BreaksOff(fault, batch.Count);
        }
    }

    private async Task AnswerAsync(FactBatch batch, Problem? problem)
    {
        if (problem is null && !_framer.IsArray)
        {
            await AnswerOneAsync(batch);
            return;
        }

        var counts = Counts.Of(batch.Items);
        void Further(Utf8JsonWriter writer) => Write(writer, batch, counts);
        if (problem is not null)
        {
            await (problem with { Further = Further }).SendAsync(context);
        }
        else if (counts.FirstBusy is { } busy)
        {
            var detail = $"Not everything could be made durable now. Every item before index {busy} is settled: go on from there.";
            await (Problem.Overloaded(detail, options.RetryAfterSeconds) with { Further = Further }).SendAsync(context);
        }
        else
        {
            await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer =>
            {
                writer.WriteStartObject();
                Further(writer);
                writer.WriteEndObject();
            });
        }
    }

    private async Task AnswerOneAsync(FactBatch batch)
    {
        var item = batch.Items[0];
        if (item.Outcome.Result != FactResult.Rejected)
        {
            await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => ItemAnswer.Write(writer, default, item));
            return;
        }

        var refusal = Refusals.Of(item.Outcome.Refusal);
        var problem = new Problem(
            refusal.Reason,
            item.Broken ? StatusCodes.Status400BadRequest : refusal.Status,
            $"The {kind} was not taken",
            $"{refusal.Message} {refusal.Remedy}")
        {
            Errors = item.Complaints,
            RetryAfterSeconds = item.Outcome.Refusal == FactRefusal.Busy ? options.RetryAfterSeconds : null,
        };
        await problem.SendAsync(context);
    }

    private void Write(Utf8JsonWriter writer, FactBatch batch, Counts counts)
    {
        counts.Write(writer);
        if (counts.FirstBusy is { } busy)
        {
            writer.WriteNumber("settledItems"u8, busy);
            writer.WriteNumber("goOnFrom"u8, busy);
        }

        writer.WriteStartArray("items"u8);
        foreach (ref var item in batch.Items)
        {
            ItemAnswer.Write(writer, _framer.IsArray ? "index"u8 : default, item);
        }

        writer.WriteEndArray();
    }

    private Problem NotJson(int items)
    {
        var place = items == 0 ? "" : $"/{items}";
        var detail = _framer.Position == 0
            ? "The body is empty or neither a JSON object nor an array."
            : $"The body is not JSON at byte {_framer.Position + 1}. {Settled(items)}";
        return Problem.BadRequest(
            "not-json",
            "The body is not JSON",
            detail,
            new Complaint(place, $"is not JSON, or breaks off, at byte {_framer.Position + 1} of the body", $"Send one {kind} as a JSON object, or an array of them, as RFC 8259 writes it."));
    }

    private static Problem BreaksOff(string fault, int items) => Problem.BadRequest(
        "broken-body",
        "The body breaks off",
        $"{fault} {Settled(items)}",
        new Complaint($"/{items}", "did not arrive whole", $"Send it again from index {items} on."));

    private static string Settled(int items) => items switch
    {
        0 => "Nothing was taken.",
        1 => "The item before it is settled as items says.",
        _ => $"The {items} items before it are settled as items says.",
    };

    private static Problem TooManyItems() => Problem.TooMany(
        $"An array may have {MostItems} items. Nothing of this one was taken.",
        new Complaint($"/{MostItems}", $"is one more than the {MostItems} items that an array may have", $"Send at most {MostItems} items in one array, or {FactEndpoint.Lines} without limit."));

    private static Problem TooManyBytes() => Problem.TooMany(
        $"An array may have {MostBytes} bytes, unpacked. Nothing of this one was taken.",
        new Complaint("", $"has more than {MostBytes} bytes, unpacked", $"Send fewer items in one array, or {FactEndpoint.Lines} without limit."));
}
