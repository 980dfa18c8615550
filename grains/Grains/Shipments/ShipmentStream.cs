using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Shipments;
using Tracking.Domain.Sellers;
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
    private readonly Action giveUp;
    private Guid id;
    private int life;
    private Task turn = Task.CompletedTask;

    private ShipmentStream(ShipmentServices services, Action giveUp, LoadedStream loaded)
    {
        (this.services, this.giveUp) = (services, giveUp);
        (State, Head) = (null!, null!);
        Take(loaded);
    }

    /// <summary>What is durable.</summary>
    public ShipmentState State { get; private set; }

    /// <summary>Its head row.</summary>
    public ShipmentHead Head { get; private set; }

    public static async Task<ShipmentStream> LoadAsync(ShipmentNumber number, ShipmentServices services, Action giveUp, CancellationToken cancellationToken) =>
        new(services, giveUp, await services.Journal.LoadAsync(number, cancellationToken));

    public ImmutableArray<LinkRequest> PendingLinks() => State.Links.Pending(State.Number, State.Picture, State.Version);

    /// <summary>Takes facts in. Default where the number has come to belong to a bill: the facts go there.</summary>
    public async Task<ImmutableArray<FactOutcome>> ReceiveAsync(ImmutableArray<Fact> facts, CancellationToken cancellationToken)
    {
        var outcomes = default(ImmutableArray<FactOutcome>);
        var (parted, parties) = PartParties(facts);
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
        var (before, done) = (turn, new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously));
        turn = done.Task;
        await before;
        try
        {
            for (var attempt = 0; !await TryAppendAsync(decide(State), parties, cancellationToken); attempt++)
            {
                giveUp();
                if (attempt == MostConflicts)
                {
                    throw new TimeoutException($"Shipment {State.Number} is being written by another activation; send it again.");
                }

                Take(await services.Journal.LoadAsync(State.Number, cancellationToken));
            }
        }
        finally
        {
            done.SetResult();
        }
    }

    private async Task<bool> TryAppendAsync(ImmutableArray<ShipmentEvent> events, ImmutableArray<PartyRecord> parties, CancellationToken cancellationToken)
    {
        if (events.IsEmpty)
        {
            return true;
        }

        var after = State.After(events);
        var append = Compose(events, after, HeadRules.Of(after), parties);
        try
        {
            if (await services.Journal.AppendAsync(append, cancellationToken) != AppendResult.Committed)
            {
                return false;
            }
        }
        catch
        {
            // Whether it was appended is not known: this memory is not to be trusted any more.
            giveUp();
            throw;
        }

        (id, State, Head) = (append.Stream, after, append.Head);
        return true;
    }

    private Append Compose(ImmutableArray<ShipmentEvent> events, ShipmentState after, ShipmentHead head, ImmutableArray<PartyRecord> parties)
    {
        var facts = 0;
        var encoded = ImmutableArray.CreateBuilder<EncodedEvent>(events.Length);
        foreach (var next in events)
        {
            facts += next is FactEvent ? 1 : 0;
            encoded.Add(EventCodec.Encode(next, ReceiveRules.IsNotable(next, Head, head)));
        }

        return new Append
        {
            Stream = id == Guid.Empty ? Guid.CreateVersion7(services.Time.GetUtcNow()) : id,
            Number = State.Number,
            Life = life,
            ExpectedVersion = State.Version,
            AppendId = services.NewId(),
            Events = encoded.MoveToImmutable(),
            Head = head,
            ListingChanged = State.Version == 0 || Head.ListsDifferently(head),
            Holds = ChangedHolds(after),
            Tallies = Tally.Change(Head, head, State.Facts.Length, facts),
            Parties = parties.IsDefault ? [] : parties,
        };
    }

    private ImmutableArray<Tracking.Contracts.Live.HoldRow> ChangedHolds(ShipmentState after)
    {
        if (State.Picture.Holds.IsEmpty && after.Picture.Holds.IsEmpty)
        {
            return default;
        }

        var (old, now) = (HeadRules.OpenHolds(State), HeadRules.OpenHolds(after));
        return old.SequenceEqual(now) ? default : now;
    }

    private (ImmutableArray<Fact> Facts, ImmutableArray<PartyRecord> Parties) PartParties(ImmutableArray<Fact> facts)
    {
        if (!facts.Any(f => f is Manifest { Parties.IsEmpty: false }))
        {
            return (facts, []);
        }

        var parties = ImmutableArray.CreateBuilder<PartyRecord>();
        var parted = facts.Select(fact =>
        {
            if (fact is not Manifest manifest)
            {
                return fact;
            }

            var (stored, details) = PartyStore.Part(manifest, services.NewId);
            parties.AddRange(details.Select(d => new PartyRecord(d.Key, d.Value)));
            return stored;
        }).ToImmutableArray();
        return (parted, parties.ToImmutable());
    }

    private void Take(LoadedStream loaded)
    {
        (id, life) = (loaded.Stream, loaded.Life);
        State = ShipmentState.Empty(loaded.Number, services.Carriers.Of(loaded.Number.Carrier)).After(loaded.Events);
        Head = HeadRules.Of(State);
    }
}
