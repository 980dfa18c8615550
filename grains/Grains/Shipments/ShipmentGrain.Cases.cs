using NodaTime;
using Tracking.Contracts.Cases;
using Tracking.Contracts.Notices;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Cases;
using Tracking.Domain.Clocks;
using Tracking.Domain.Notices;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;

namespace Tracking.Grains.Shipments;

/// <summary>Cases of holds, and the steps of their deadlines.</summary>
internal sealed partial class ShipmentGrain
{
    public async ValueTask<CaseReply> DecideCaseAsync(CaseRequest request, CancellationToken cancellationToken)
    {
        if (Bill is { } bill)
        {
            return await bill.DecideCaseAsync(request, cancellationToken);
        }

        if (!Enum.TryParse<CaseAction>(request.Action.Replace("-", "", StringComparison.Ordinal), ignoreCase: true, out var action))
        {
            throw new ArgumentException($"'{request.Action}' is no action on a case.", nameof(request));
        }

        var command = new CaseCommand
        {
            Action = action,
            SeenRevision = request.Revision,
            Clock = request.Clock,
            Reason = request.Reason,
            Reference = request.Reference,
            Evidence = [.. request.Evidence.Select(e => new Evidence(e.Name, e.MediaType, e.Bytes, e.Sha256))],
        };
        var (refused, isKnown) = (default(CaseRefused), false);
        var offer = action == CaseAction.OfferAbandonment ? await DraftAsync(request.Authority, request.Hold, NoticeKind.AbandonmentOffer, cancellationToken) : null;
        await stream.AppendAsync(
            state =>
            {
                (var events, refused, isKnown) = CaseEvents.Decide(state, request.Authority, request.Hold, command, request.By, services.Clocks, request.At, offer);
                return events;
            },
            cancellationToken);
        var view = CaseViews.Of(stream.State, services.Clocks, ClockTime.Of(request.At.Microseconds), showRestricted: true)
            .FirstOrDefault(c => c.Authority == request.Authority && c.Hold == request.Hold);
        return new CaseReply(isKnown ? view : null, refused is null ? null : CaseViews.Name(refused.Refusal), refused?.Sentence);
    }

    public async ValueTask<NoticeReply> IssueNoticeAsync(NoticeRequest request, CancellationToken cancellationToken)
    {
        if (Bill is { } bill)
        {
            return await bill.IssueNoticeAsync(request, cancellationToken);
        }

        var command = new NoticeCommand
        {
            Kind = CaseViews.Parse<NoticeKind>(request.Kind),
            SeenRevision = request.Revision,
            Reference = request.Reference,
            Recipient = request.Recipient,
            Fields = [.. request.Fields.Select(CaseViews.Parse<NoticeField>)],
        };
        if (await DraftAsync(request.Authority, request.Hold, command.Kind, cancellationToken) is not { } draft)
        {
            return new NoticeReply(false);
        }

        // What was drafted is what the case allowed when it was read: a case that has moved on since is refused as stale.
        var answer = (Event: default(NoticeIssued), IsNew: false, Refusal: default(NoticeRefusal?), Sentence: default(string));
        await stream.AppendAsync(
            state =>
            {
                if (ShipmentCases.Of(state, services.Clocks, ClockTime.Of(request.At.Microseconds)).FirstOrDefault(c => c.Hold.Authority == request.Authority && c.Hold.Id == request.Hold) is not { } found)
                {
                    return [];
                }

                var issued = state.Notices.Where(n => n.Authority == request.Authority && n.Hold == request.Hold);
                answer = NoticeEvents.Issue(found.Case, draft, issued, command, request.By, request.At);
                return answer.IsNew ? [answer.Event!] : [];
            },
            cancellationToken);
        return answer.Event is { } notice
            ? new NoticeReply(true, NoticeWords.View(notice))
            : answer.Refusal is { } refusal ? new NoticeReply(true, null, CaseViews.Name(refusal), answer.Sentence) : new NoticeReply(false);
    }

    public async ValueTask<DiscrepancyView?> CloseDiscrepancyAsync(DiscrepancyClosing closing, CancellationToken cancellationToken)
    {
        if (Bill is { } bill)
        {
            return await bill.CloseDiscrepancyAsync(closing, cancellationToken);
        }

        // Ids of facts are texts and lie in the stream.
        var shown = stream.State.Version == 0 ? null : await ShipmentReading.KeysOfAsync(number, services, closing.Fact, cancellationToken);
        var found = shown is null ? null : stream.State.Picture.Discrepancies.Where(d => d.Kind == closing.Kind && shown.Contains(d.Fact)).Select(d => (Discrepancy?)d).FirstOrDefault();
        if (found is not { } discrepancy)
        {
            return null;
        }

        await stream.AppendAsync(state => DiscrepancyRules.Close(state, discrepancy, closing), cancellationToken);
        return DiscrepancyRules.View(stream.State, discrepancy, closing.Fact);
    }

    private async Task<NoticeDraft?> DraftAsync(string authority, string hold, NoticeKind kind, CancellationToken cancellationToken)
    {
        var view = stream.State.Version == 0 ? null : await ShipmentReading.ReadAsync(number, services, showRestricted: true, cancellationToken);
        return view?.Cases.FirstOrDefault(c => c.Authority == authority && c.Hold == hold) is { } found ? NoticeRules.Draft(view, found, kind) : null;
    }

    public async ValueTask StepDeadlinesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = services.Time.GetUtcNow();
        var at = Instant.FromDateTimeOffset(own > now ? own : now);
        await stream.AppendAsync(state => DeadlineSteps.Missing(state, services.Clocks, at), cancellationToken);
        LeaveMemoryWhenDone();
    }
}
