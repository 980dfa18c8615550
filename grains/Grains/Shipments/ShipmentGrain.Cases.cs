using NodaTime;
using Tracking.Contracts.Cases;
using Tracking.Domain.Cases;
using Tracking.Domain.Clocks;

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
        await stream.AppendAsync(
            state =>
            {
                (var events, refused, isKnown) = CaseEvents.Decide(state, request.Authority, request.Hold, command, request.By, services.Clocks, request.At);
                return events;
            },
            cancellationToken);
        var view = CaseViews.Of(stream.State, services.Clocks, ClockTime.Of(request.At.Microseconds), showRestricted: true)
            .FirstOrDefault(c => c.Authority == request.Authority && c.Hold == request.Hold);
        return new CaseReply(isKnown ? view : null, refused is null ? null : CaseViews.Name(refused.Refusal), refused?.Sentence);
    }

    public async ValueTask StepDeadlinesAsync(DateTimeOffset now, CancellationToken cancellationToken)
    {
        var own = services.Time.GetUtcNow();
        var at = Instant.FromDateTimeOffset(own > now ? own : now);
        await stream.AppendAsync(state => DeadlineSteps.Missing(state, services.Clocks, at), cancellationToken);
        LeaveMemoryWhenDone();
    }
}
