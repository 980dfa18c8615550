using System.Text.Json;
using Microsoft.Extensions.Options;
using Tracking.Contracts.Facts;
using Tracking.Formats;
using Tracking.Formats.Adapters;
using Tracking.Formats.Epcis;
using Tracking.Formats.Json;
using Tracking.Journal.Epcis;
using Tracking.Silo.Api.Messages;
using Tracking.Silo.Ingest;
using Tracking.Silo.Partners;

namespace Tracking.Silo.Api.Epcis;

/// <summary>Takes events of EPCIS in: documents as jobs, single events at once, and shows the jobs.</summary>
internal sealed class CaptureEndpoint(CaptureQueue queue, IEventStore store, MessageIntake intake, MessageMetrics metrics, IOptions<IngestOptions> options, TimeProvider time)
{
    /// <summary>Events of one document.</summary>
    public const int MostEvents = 5_000;

    // More of one event say nothing new.
    private const int MostFaults = 5;

    private static readonly string[] MediaTypes = ["application/json", "application/ld+json", "application/xml", "text/xml"];

    /// <summary>POST of a document: answered 202 when its events and its job are durable.</summary>
    public async Task CaptureAsync(HttpContext context, Partner partner)
    {
        var behaviour = context.Request.Headers[EpcisHeaders.ErrorBehaviour].ToString();
        if (behaviour is not ("" or EpcisHeaders.Rollback or EpcisHeaders.Proceed))
        {
            await PartnerCalls.RefuseAsync(context, EpcisProblems.Query([new(EpcisHeaders.ErrorBehaviour, "is no behaviour", "Send rollback or proceed.")]));
            return;
        }

        if (await ReadAsync(context, partner) is not { } read || await TakeAsync(context, partner, read, isSingle: false, isRollback: behaviour != EpcisHeaders.Proceed) is not { } task)
        {
            return;
        }

        context.Response.StatusCode = StatusCodes.Status202Accepted;
        context.Response.Headers.Location = $"/epcis/capture/{task.Capture.Id}";
        context.Response.Headers[EpcisHeaders.ErrorBehaviour] = task.Capture.IsRollback ? EpcisHeaders.Rollback : EpcisHeaders.Proceed;
    }

    /// <summary>POST of one event: answered 201 when it is durable and its parcels know.</summary>
    public async Task OneAsync(HttpContext context, Partner partner)
    {
        if (await ReadAsync(context, partner) is not { } read)
        {
            return;
        }

        if (read.Document.Events.Length + read.Document.Refused.Length != 1)
        {
            await EpcisProblems.Invalid([new("", "is not one event", "Send one event here, and documents to /epcis/capture.")]).SendAsync(context);
            return;
        }

        if (await TakeAsync(context, partner, read, isSingle: true, isRollback: true) is not { } task)
        {
            return;
        }

        if (!task.Job.Errors.IsEmpty)
        {
            var problem = EpcisProblems.Of(task.Job.Errors[0]);
            await (problem with { Errors = [.. task.Job.Errors.Select(e => new Complaint(e.Where, e.Message, e.Remedy))] }).SendAsync(context);
            return;
        }

        await task.Followed;
        context.Response.StatusCode = StatusCodes.Status201Created;
        context.Response.Headers.Location = $"/epcis/events/{Uri.EscapeDataString(task.Capture.Events[0].Id)}";
    }

    /// <summary>GET of a job.</summary>
    public async Task JobAsync(HttpContext context, Partner partner)
    {
        var job = Guid.TryParse((string?)context.Request.RouteValues["id"], out var id) ? await store.ReadJobAsync(id, context.RequestAborted) : null;
        if (job is null || job.Owner != partner.Actor.Organisation)
        {
            await PartnerCalls.RefuseAsync(context, EpcisProblems.NotFound("There is no such job of yours."));
            return;
        }

        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer => Write(writer, job));
    }

    /// <summary>GET of the caller's jobs, latest first.</summary>
    public async Task ListAsync(HttpContext context, Partner partner)
    {
        var asked = PageQuestion.Of(context.Request.Query, context.Request.Query.Keys);
        Guid? before = Guid.TryParse(asked.Token, out var id) ? id : null;
        if (asked.Errors is { IsEmpty: false } errors || (asked.Token is not null && before is null && (errors = [PageQuestion.BadToken]) is not []))
        {
            await PartnerCalls.RefuseAsync(context, EpcisProblems.Query(errors));
            return;
        }

        var jobs = await store.ListJobsAsync(partner.Actor.Organisation, before, asked.PerPage, context.RequestAborted);
        if (jobs.Length == asked.PerPage)
        {
            PageQuestion.LinkNext(context, jobs[^1].Id.ToString());
        }

        await JsonAnswer.SendAsync(context, JsonAnswer.MediaType, writer =>
        {
            writer.WriteStartArray();
            foreach (var job in jobs)
            {
                Write(writer, job);
            }

            writer.WriteEndArray();
        });
    }

    /// <summary>Reads a body; null where it was refused, which is answered then.</summary>
    private async Task<(EpcisDocument Document, string? Carrier, long ReceivedAt)?> ReadAsync(HttpContext context, Partner partner)
    {
        var mediaType = context.Request.ContentType?.Split(';')[0].Trim().ToLowerInvariant();
        if (mediaType is not null && !MediaTypes.Contains(mediaType))
        {
            await PartnerCalls.RefuseAsync(context, EpcisProblems.MediaType);
            return null;
        }

        var asked = MessageQuestion.Of(context.Request.Query);
        var unknown = context.Request.Query.Keys.Where(k => k != MessageQuestion.CarrierName).Select(k => new Complaint(k, "is not known here", "Leave it out.")).ToImmutableArray();
        if (asked.Problem is not null || !unknown.IsEmpty)
        {
            await PartnerCalls.RefuseAsync(context, asked.Problem ?? EpcisProblems.Query(unknown));
            return null;
        }

        if (await intake.ReadBodyAsync(context, EpcisAdapter.LongestDocument) is not { } body)
        {
            return null;
        }

        var reception = intake.Received(partner);
        var carrier = asked.Carrier ?? partner.OnlyCarrier;
        var document = EpcisDocumentReader.Read(body, new MessageContext(reception) { Carrier = carrier });
        metrics.Read(document.Message);
        var events = document.Events.Length + document.Refused.Length;
        if (!document.IsDocument || events > MostEvents)
        {
            await (document.IsDocument ? EpcisProblems.TooLarge(events) : EpcisProblems.Invalid([.. document.Message.Complaints.Take(MessageAnswer.MostShown)])).SendAsync(context);
            return null;
        }

        return (document, carrier, reception.ReceivedAt);
    }

    /// <summary>Makes a capture durable; null where it could not be, which is answered then.</summary>
    private async Task<CaptureTask?> TakeAsync(HttpContext context, Partner partner, (EpcisDocument Document, string? Carrier, long ReceivedAt) read, bool isSingle, bool isRollback)
    {
        var events = ImmutableArray.CreateBuilder<CapturedEvent>(read.Document.Events.Length);
        var facts = ImmutableArray.CreateBuilder<ImmutableArray<Fact>>(read.Document.Events.Length);
        var errors = ImmutableArray.CreateBuilder<CaptureError>();
        errors.AddRange(read.Document.Refused.SelectMany(r => r.Complaints.Take(MostFaults)).Select(c => new CaptureError(CaptureErrorKind.Invalid, c.Path, c.Message, c.Remedy)));
        foreach (var one in read.Document.Events)
        {
            if (one.Facts.FirstOrDefault(f => !partner.SpeaksFor(f)) is { } foreign)
            {
                errors.Add(new CaptureError(CaptureErrorKind.NotEntitled, one.Where, $"speaks for {foreign.Source}, for which this key may not speak", $"Use the key of {foreign.Source}. This key may speak for {partner.Rights}."));
                continue;
            }

            events.Add(EventForm.Of(one, read.Document.Namespaces));
            facts.Add(one.Facts);
        }

        var capture = new Capture
        {
            Id = Guid.CreateVersion7(time.GetUtcNow()),
            By = partner.Actor,
            Carrier = read.Carrier,
            CreatedAt = read.ReceivedAt,
            IsSingle = isSingle,
            IsRollback = isRollback,
            Events = events.DrainToImmutable(),
            Errors = errors.DrainToImmutable(),
            ClaimedBy = CaptureRecovery.Claimant,
            ClaimedUntil = read.ReceivedAt + (long)CaptureRecovery.Lease.TotalMicroseconds,
        };
        var task = await queue.TakeAsync(capture, facts.DrainToImmutable());
        if (task is null || await task.Committed is null)
        {
            await Problem.Overloaded("The events could not be made durable now. Send them again: what was captured is named as duplicate.", options.Value.RetryAfterSeconds).SendAsync(context);
            return null;
        }

        return task;
    }

    private static void Write(Utf8JsonWriter writer, CaptureJob job)
    {
        writer.WriteStartObject();
        writer.WriteString("captureID"u8, job.Id);
        writer.WriteString("createdAt"u8, EventForm.Time(job.CreatedAt));
        if (job.FinishedAt is { } at)
        {
            writer.WriteString("finishedAt"u8, EventForm.Time(at));
        }

        writer.WriteBoolean("running"u8, job.FinishedAt is null);
        writer.WriteBoolean("success"u8, job.FinishedAt is not null && job.Errors.IsEmpty);
        writer.WriteString("captureErrorBehaviour"u8, job.IsRollback ? EpcisHeaders.Rollback : EpcisHeaders.Proceed);
        writer.WriteStartArray("errors"u8);
        foreach (var error in job.Errors)
        {
            EpcisProblems.Of(error).Write(writer);
        }

        writer.WriteEndArray();
        writer.WriteEndObject();
    }
}
