using System.Collections.Immutable;
using Tracking.Contracts.Access;
using Tracking.Contracts.Cases;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Holds;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Notices;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;

namespace Tracking.Api.Tests;

/// <summary>A shipment in memory: knows the ids that it has, and nothing of the law.</summary>
internal sealed class ShipmentDouble(World world, string key) : IShipmentGrain
{
    private readonly List<Fact> _facts = [];

    public async ValueTask<ImmutableArray<FactOutcome>> ReceiveAsync(ImmutableArray<Fact> facts, CancellationToken cancellationToken = default)
    {
        await world.BeforeReceive(key);
        lock (_facts)
        {
            return [.. facts.Select(Receive)];
        }
    }

    public async ValueTask<ClearanceAnswer> ClearAsync(ClearanceQuestion question, CancellationToken cancellationToken = default)
    {
        await world.BeforeRead(key);
        var reason = new ClearanceReason(ClearanceRow.HeldArrived, ClearanceVerdict.Stop, "us-cbp", "h-1", "Held by us-cbp.", ["P1"]);
        return new ClearanceAnswer(question.Number, question.Purpose, ClearanceVerdict.Stop, [reason], 2, 1, _facts.Count, DateTimeOffset.UnixEpoch, 30);
    }

    public async ValueTask<ShipmentView?> GetAsync(bool showRestricted, CancellationToken cancellationToken = default)
    {
        await world.BeforeRead(key);
        lock (_facts)
        {
            return _facts.Count == 0 ? null : View(showRestricted);
        }
    }

    public ValueTask<LinkReply> LinkAsync(LinkRequest request, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<ImmutableArray<Fact>> RelinkAsync(ShipmentNumber piece, LinkAnswer answer, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask HandOverAsync(ShipmentNumber bill, ImmutableArray<Fact> facts, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask<ClearanceAnswer> ClearOwnAsync(ClearanceQuestion question, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask ResumeAsync(CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public async ValueTask<CaseReply> DecideCaseAsync(CaseRequest request, CancellationToken cancellationToken = default)
    {
        await world.BeforeRead(key);
        return world.Decide(request);
    }

    public ValueTask<NoticeReply> IssueNoticeAsync(NoticeRequest request, CancellationToken cancellationToken = default) => ValueTask.FromResult(world.Issue(request));

    public ValueTask<DiscrepancyView?> CloseDiscrepancyAsync(DiscrepancyClosing closing, CancellationToken cancellationToken = default) => ValueTask.FromResult(
        closing.Fact == "f" ? new DiscrepancyView(closing.Kind, "f", DateTimeOffset.UnixEpoch, closing.By.Name, closing.At.ToDateTimeOffset(), closing.Reason) : null);

    public ValueTask StepDeadlinesAsync(DateTimeOffset now, CancellationToken cancellationToken = default) => throw new NotSupportedException();

    public ValueTask NameBoxAsync(CancellationToken cancellationToken) => ValueTask.CompletedTask;

    public ValueTask<BoxAnswer> BoxAsync(BoxQuestion question, CancellationToken cancellationToken) => ValueTask.FromResult(new BoxAnswer([], []));

    private FactOutcome Receive(Fact fact)
    {
        world.Count();
        if (!world.Remembers)
        {
            return new FactOutcome(FactResult.Accepted, fact.Id ?? "", FactRefusal.None, 1);
        }

        var known = _facts.FirstOrDefault(f => f.Source == fact.Source && f.Id == fact.Id && f.Id is not null);
        if (known is not null)
        {
            return known.OccurredAt == fact.OccurredAt
                ? new FactOutcome(FactResult.Duplicate, fact.Id!, FactRefusal.None, _facts.Count)
                : new FactOutcome(FactResult.Rejected, fact.Id!, FactRefusal.SameIdOtherContent, 0);
        }

        _facts.Add(fact);
        return new FactOutcome(FactResult.Accepted, fact.Id ?? $"derived-{_facts.Count}", FactRefusal.None, _facts.Count);
    }

    private ShipmentView View(bool showRestricted) => new()
    {
        Carrier = key.Split('/', 2)[0],
        Number = key.Split('/', 2)[1],
        Version = _facts.Count,
        Status = TransportStatus.InTransitDeparted,
        Customs = [new CustomsView("US", CustomsProcedure.Import, CustomsStatus.ReleasedWithConditions, DateTimeOffset.UnixEpoch, null)],
        Holds = [new HoldView("h-1", HoldKind.IprDetention, "us-cbp", null, showRestricted ? "secret" : null, null, null, DateTimeOffset.UnixEpoch, null, [])],
        Discrepancies = [new DiscrepancyView(DiscrepancyKind.TimeInFuture, "f", DateTimeOffset.UnixEpoch)],
        Timeline = [.. _facts.Select((f, i) => new TimelineEntry(i + 1, f.Id ?? "", "scan-reported", f.OccurredAt.ToDateTimeOffset(), DateTimeOffset.UnixEpoch, Actor.System, null, f, null))],
    };
}
