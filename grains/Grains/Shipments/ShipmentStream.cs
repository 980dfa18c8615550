using Tracking.Contracts.Clearance;
using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Clearance;
using Tracking.Domain.Consolidations;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal;
using Tracking.Journal.Events;

namespace Tracking.Grains.Shipments;

/// <summary>
/// A shipment's state with the way to change it: decide, append, apply, one at a time. Whoever loses an append to another
/// activation reads the stream again, decides again, and asks to be deactivated.
/// </summary>
internal sealed class ShipmentStream
{
    private const int MostConflicts = 32;
    private readonly ShipmentServices services;
    private readonly IGrainBase? grain;
    private readonly Turn turn = new();
    private readonly ShipmentMemory memory;
    private Guid id;
    private int life;
    private bool closed;
    private bool belongsElsewhere;
    private bool mayAnswerAlone;
    private Overlaid? overlaid;

    private ShipmentStream(ShipmentServices services, IGrainBase? grain, LoadedStream loaded)
    {
        (this.services, this.grain, Number) = (services, grain, loaded.Number);
        var state = StateOf(loaded);
        memory = new ShipmentMemory(state);
        Note(loaded, state);
    }

    /// <summary>The number that it is about.</summary>
    public ShipmentNumber Number { get; }

    /// <summary>What is durable.</summary>
    public ShipmentState State => memory.Recall();

    /// <summary>What is durable, and what the standing orders make of it: what belt and page are answered from. Remembered until one of the two changes.</summary>
    public ShipmentState Seen
    {
        get
        {
            var (state, orders, known) = (State, services.Orders, overlaid);
            if (orders.IsEmpty && state.Orders.IsEmpty)
            {
                return state;
            }

            // The epoch first: an order that comes in between is looked at once more.
            var epoch = orders.Epoch;
            if (known is null || known.Version != state.Version || (known.Epoch != epoch && orders.MayConcernSince(state, known.Epoch)))
            {
                var seen = state.AsIfAfter(orders.Reconcile(state));
                overlaid = known = new Overlaid(state.Version, seen == state ? null : seen);
            }

            known.Epoch = epoch;
            return known.Differs ?? state;
        }
    }

    /// <summary>Whether it is a box, or was ever in one: others have a say in what the belt is told.</summary>
    public bool IsOrHasBox => StreamAppends.IsOrHasBox(State);

    /// <summary>Whether links to pieces are still to be made.</summary>
    public bool LinksPending { get; private set; }

    /// <summary>Whether nothing more is expected: the next scan would be a rescan.</summary>
    public bool IsFinished { get; private set; }

    public static async Task<ShipmentStream> LoadAsync(ShipmentNumber number, ShipmentServices services, IGrainBase? grain, CancellationToken cancellationToken) =>
        new(services, grain, await services.Journal.LoadAsync(number, cancellationToken));

    public ImmutableArray<LinkRequest> PendingLinks()
    {
        var state = State;
        return state.Links.Pending(Number, state.Picture, state.Version);
    }

    /// <summary>What the belt is told, from what is durable and what is ordered: from any thread.</summary>
    public ClearanceAnswer Clear(ClearanceQuestion question)
    {
        // State and orders are read first and the lease checked after: whoever lost the lease in between does not say go.
        var (state, now) = (Seen, services.Time.GetUtcNow());
        var result = ClearanceRules.Answer(state, question.Number.Number, question.Purpose, ReportedTime.From(now).Microseconds);
        if (!services.Lease.IsValid)
        {
            result = ClearanceRules.Alone(ClearanceRow.NotFenced, question.Purpose);
        }

        return ClearanceAnswers.Of(question, result, state.Version, now);
    }

    /// <summary>The same without a message to the grain, for <see cref="ResidentShipments"/>; null where the grain must be called.</summary>
    public ClearanceAnswer? TryClear(ClearanceQuestion question)
    {
        if (closed || !mayAnswerAlone)
        {
            return null;
        }

        var answer = Clear(question);
        return ClearanceAnswers.TellsCarrier(answer, question) ? null : answer;
    }

    /// <summary>
    /// Decides on ordinary scans, for <see cref="ResidentShipments"/>: from any thread, without a message to the grain.
    /// </summary>
    /// <param name="facts">The facts.</param>
    /// <param name="outcomes">What becomes of them, once the proposal is durable.</param>
    /// <param name="proposal">What must become durable, then given to <see cref="Finish"/>; null where nothing is new.</param>
    /// <returns>Whether they were decided on; if not, the grain must be called.</returns>
    public bool TryBegin(ImmutableArray<Fact> facts, out ImmutableArray<FactOutcome> outcomes, out Proposal? proposal)
    {
        (outcomes, proposal) = (default, null);
        if (!turn.TryEnter())
        {
            return false;
        }

        try
        {
            if (closed || belongsElsewhere || LinksPending)
            {
                return false;
            }

            var state = State;
            var decision = ReceiveRules.Decide(state, facts);
            outcomes = decision.Outcomes;
            proposal = decision.Events.IsEmpty ? null : Propose(state, decision.Events, decision.Marks, []);
            return true;
        }
        finally
        {
            if (proposal is null)
            {
                turn.Leave();
            }
        }
    }

    /// <summary>Decides on what standing orders make of it, from any thread, without a message to a grain.</summary>
    /// <param name="proposal">What must become durable, then given to <see cref="Finish"/>; null where nothing is new.</param>
    /// <returns>Whether it was decided on; if not, somebody else has the turn.</returns>
    public bool TryBeginOrders(out Proposal? proposal)
    {
        proposal = null;
        if (!turn.TryEnter())
        {
            return false;
        }

        try
        {
            var state = State;
            var events = services.Orders.Reconcile(state);
            proposal = events.IsEmpty ? null : Propose(state, events, default, []);
            return true;
        }
        finally
        {
            if (proposal is null)
            {
                turn.Leave();
            }
        }
    }

    /// <summary>Takes over what became durable.</summary>
    /// <returns>Whether it did; if not, this memory is not to be trusted any more, and the grain must be called.</returns>
    public bool Finish(Proposal proposal, AppendOutcome outcome)
    {
        if (outcome.IsCommitted)
        {
            Apply(proposal);
        }

        if (!outcome.IsCommitted || IsFinished)
        {
            GiveUp();
        }

        turn.Leave();
        return outcome.IsCommitted;
    }

    /// <summary>Waits for what is under way, and begins nothing more.</summary>
    public async Task CloseAsync()
    {
        await turn.EnterAsync();
        closed = true;
        turn.Leave();
    }

    /// <summary>Takes facts in. Default where the number has come to belong to a bill: the facts go there.</summary>
    public async Task<ImmutableArray<FactOutcome>> ReceiveAsync(ImmutableArray<Fact> facts, CancellationToken cancellationToken)
    {
        var outcomes = default(ImmutableArray<FactOutcome>);
        var (parted, parties) = Appends.PartParties(facts);
        await AppendAsync(
            state =>
            {
                if (state.Links.Belongs is not null)
                {
                    outcomes = default;
                    return [];
                }

                var decision = ReceiveRules.Decide(state, parted);
                outcomes = decision.Outcomes;
                return decision.Events;
            },
            cancellationToken,
            parties);
        return outcomes;
    }

    /// <summary>Appends what the decision says; decides again where another activation was first.</summary>
    /// <param name="decide">From the state to events; called once or more.</param>
    /// <param name="cancellationToken">Gives up waiting.</param>
    /// <param name="parties">Details of parties that the events refer to.</param>
    public async Task AppendAsync(
        Func<ShipmentState, ImmutableArray<ShipmentEvent>> decide,
        CancellationToken cancellationToken,
        ImmutableArray<PartyRecord> parties = default)
    {
        await turn.EnterAsync();
        try
        {
            // An order that came into force during the append: its sweep may have looked at the stream before it was durable.
            for (var epoch = -1L; epoch != services.Orders.Epoch; decide = static _ => [], parties = [])
            {
                epoch = services.Orders.Epoch;
                await AppendUntilWonAsync(decide, parties, cancellationToken);
            }
        }
        finally
        {
            turn.Leave();
        }
    }

    private async Task AppendUntilWonAsync(
        Func<ShipmentState, ImmutableArray<ShipmentEvent>> decide, ImmutableArray<PartyRecord> parties, CancellationToken cancellationToken)
    {
        for (var attempt = 0; !await TryAppendAsync(decide, parties, cancellationToken); attempt++)
        {
            GiveUp();
            if (attempt == MostConflicts)
            {
                throw new TimeoutException($"Shipment {Number} is being written by another activation; send it again.");
            }

            var loaded = await services.Journal.LoadAsync(Number, cancellationToken);
            Note(loaded, StateOf(loaded));
        }
    }

    // What is known now may match other orders than before.
    private ImmutableArray<ShipmentEvent> WithOrders(ShipmentState state, ImmutableArray<ShipmentEvent> events)
    {
        if (services.Orders.IsEmpty && state.Orders.IsEmpty)
        {
            return events;
        }

        return events.AddRange(services.Orders.Reconcile(events.IsEmpty ? state : state.After(events)));
    }

    private StreamAppends Appends => new(services);

    private StreamDeadlines Deadlines => new(services);

    private async Task<bool> TryAppendAsync(
        Func<ShipmentState, ImmutableArray<ShipmentEvent>> decide, ImmutableArray<PartyRecord> parties, CancellationToken cancellationToken)
    {
        var state = State;
        var events = Deadlines.With(state, WithOrders(state, decide(state)));
        if (events.IsEmpty)
        {
            return true;
        }

        var proposal = Propose(state, events, default, parties);
        try
        {
            if (await services.Journal.AppendAsync(proposal.Append, cancellationToken) != AppendResult.Committed)
            {
                return false;
            }
        }
        catch
        {
            // Whether it was appended is not known: this memory is not to be trusted any more.
            GiveUp();
            throw;
        }

        Apply(proposal);
        return true;
    }

    private void GiveUp() => grain?.DeactivateOnIdle();

    private Proposal Propose(ShipmentState state, ImmutableArray<ShipmentEvent> events, ImmutableArray<FactMark> marks, ImmutableArray<PartyRecord> parties)
    {
        var after = state.After(events, marks);
        return new Proposal(after, Appends.Compose(new StreamPlace(id, life), state, events, after, parties));
    }

    private void Apply(Proposal proposal)
    {
        id = proposal.Append.Stream;
        Note(proposal.After, proposal.Append.Head);
    }

    private ShipmentState StateOf(LoadedStream loaded) =>
        ShipmentState.Empty(Number, services.Carriers.Of(Number.Carrier)).After(loaded.Events);

    private void Note(LoadedStream loaded, ShipmentState state)
    {
        (id, life) = (loaded.Stream, loaded.Life);
        Note(state, HeadRules.Of(state));
    }

    private void Note(ShipmentState state, ShipmentHead head)
    {
        memory.Keep(state);
        belongsElsewhere = state.Links.Belongs is not null;
        LinksPending = head.LinksPending;
        IsFinished = head is { OpenHolds: 0, LinksPending: false } && head.Status.IsTerminal();
        mayAnswerAlone = state.Version > 0 && !LinksPending && !belongsElsewhere && !StreamAppends.IsOrHasBox(state);
    }

    // What orders make of a version; null where they change nothing, as nearly always.
    private sealed record Overlaid(int Version, ShipmentState? Differs)
    {
        public long Epoch { get; set; }
    }
}
