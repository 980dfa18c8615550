using System.IO.Pipelines;
using System.Text.Json;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Silo.Api.Reports;
using Tracking.Silo.Ingest;

namespace Tracking.Silo.Api;

/// <summary>
/// Takes lines in without end: one batch is read while the one before it is made durable, and no more is in memory.
/// The sender is held back by not reading on.
/// </summary>
internal sealed class LineIntake(
    HttpContext context, RequestBody body, FactIngest ingest, FactBatches batches, ItemReading reading, LineReport report, IngestOptions options)
{
    /// <summary>A batch of long items is handed in earlier.</summary>
    private const long MostBytesTogether = 4 * 1024 * 1024;

    private readonly LineFramer _framer = new();
    private FactBatch _filling = batches.Rent();
    private FactBatch _running = batches.Rent();
    private Task<bool>? _run;
    private long _bytes;
    private long _settled;
    private bool _stopped;

    public async Task RunAsync()
    {
        string? fault;
        try
        {
            fault = await ReadAsync();
            await SubmitAsync();
            await FinishAsync();
        }
        finally
        {
            // A batch that is still under way belongs to its calls and not to the pool.
            if (_run is null)
            {
                batches.Return(_running);
            }

            batches.Return(_filling);
        }

        if (!_stopped && fault is null)
        {
            _settled = _framer.Number;
        }

        await AnswerAsync(fault);
    }

    /// <summary>Reads until the end, or until there is no room; gives how the body broke off.</summary>
    private async Task<string?> ReadAsync()
    {
        try
        {
            while (true)
            {
                var pending = body.Reader.ReadAsync();
                if (!pending.IsCompleted && _run is null or { IsCompleted: true })
                {
                    // The sender is slower than the journal: what is there need not wait for more.
                    await SubmitAsync();
                }

                if (!await TakeAsync(await pending))
                {
                    return null;
                }
            }
        }
        catch (Exception exception) when (RequestBody.FaultOf(exception) is { } fault)
        {
            return fault;
        }
    }

    /// <summary>Takes what was read; gives whether there is more to read.</summary>
    private async ValueTask<bool> TakeAsync(ReadResult read)
    {
        reading.Stamp();
        var buffer = read.Buffer;
        var found = Framing.End;
        while (!_stopped && (found = _framer.Next(ref buffer, read.IsCompleted, out var item)) is Framing.Item or Framing.TooLong)
        {
            _bytes += item.Length;
            reading.Add(_filling, found, item, _framer.Number, indexed: false);
            if (_filling.Count >= options.LinesTogether || _bytes >= MostBytesTogether)
            {
                await SubmitAsync();
            }
        }

        body.Reader.AdvanceTo(buffer.Start, buffer.End);
        return !_stopped && found != Framing.End;
    }

    /// <summary>Waits for the batch under way and starts the next one.</summary>
    private async ValueTask SubmitAsync()
    {
        await FinishAsync();
        if (_stopped || _filling.Count == 0)
        {
            return;
        }

        (_filling, _running) = (_running, _filling);
        _bytes = 0;
        _run = ingest.IngestAsync(_running).AsTask();
    }

    /// <summary>Waits for the batch under way and notes what became of it.</summary>
    private async ValueTask FinishAsync()
    {
        if (_run is null)
        {
            return;
        }

        await _run;
        _run = null;
        var items = _running.Items.Length;
        var busy = Counts.Of(_running.Items).FirstBusy;
        for (var i = 0; i < (busy ?? items); i++)
        {
            report.Add(_running.Items[i]);
        }

        // Lines before the first that is busy are settled; of later ones some may be, and are duplicates next time.
        _settled = busy is { } first ? _running.Items[first].Number - 1 : _running.Items[items - 1].Number;
        _stopped = busy is not null;
        _running.Clear();
    }

    private async Task AnswerAsync(string? fault)
    {
        report.Complete();
        if (_stopped)
        {
            await RequestBody.DropAsync(context, begun: true);
            await Stopped().SendAsync(context);
        }
        else if (fault is not null)
        {
            await RequestBody.DropAsync(context, begun: true);
            await Broken(fault).SendAsync(context);
        }
        else
        {
            await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer =>
            {
                writer.WriteStartObject();
                report.Write(writer, _settled);
                writer.WriteEndObject();
            });
        }
    }

    private Problem Stopped() => Problem.Overloaded(
        $"Not everything could be made durable now. Every line up to {_settled} is settled: go on from line {_settled + 1}.",
        options.RetryAfterSeconds) with
    {
        Further = WriteSoFar,
    };

    private Problem Broken(string fault) => Problem.BadRequest(
        "broken-body",
        "The body breaks off",
        $"{fault} Every line up to {_settled} is settled: go on from line {_settled + 1}.",
        new Complaint($"line {_settled + 1}", "did not arrive whole", $"Send the body again from line {_settled + 1} on.")) with
    {
        Further = WriteSoFar,
    };

    private void WriteSoFar(Utf8JsonWriter writer)
    {
        report.Write(writer, _settled);
        writer.WriteNumber("goOnFrom"u8, _settled + 1);
    }
}
