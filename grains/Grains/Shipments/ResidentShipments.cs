using System.Collections.Concurrent;
using Tracking.Contracts.Clearance;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Journal;

namespace Tracking.Grains.Shipments;

/// <inheritdoc cref="IResidentShipments"/>
/// <remarks>
/// A grain enters its stream when it is activated, and takes it out before it is deactivated, once nothing is under way: who
/// finds a stream here works with the one activation, as if it had been called.
/// </remarks>
internal sealed class ResidentShipments(IJournal journal) : IResidentShipments
{
    private readonly ConcurrentDictionary<ShipmentNumber, ShipmentStream> streams = new();

    public void Enter(ShipmentStream stream) => streams[stream.Number] = stream;

    public void Leave(ShipmentStream stream) => streams.TryRemove(KeyValuePair.Create(stream.Number, stream));

    /// <summary>The stream of a number whose grain lives here; null where none does.</summary>
    public ShipmentStream? Find(ShipmentNumber number) => streams.GetValueOrDefault(number);

    public async Task ReceiveAsync(Memory<ArrivingFacts> arriving)
    {
        var begun = Begin(arriving.Span);
        if (begun.Count == 0)
        {
            return;
        }

        var outcomes = await journal.AppendAllAsync(begun.ConvertAll(b => b.Proposal.Append));
        for (var i = 0; i < begun.Count; i++)
        {
            if (begun[i].Stream.Finish(begun[i].Proposal, outcomes[i]))
            {
                arriving.Span[begun[i].Place].Outcomes = begun[i].Outcomes;
            }
        }
    }

    public ClearanceAnswer? TryClear(ClearanceQuestion question) =>
        streams.TryGetValue(question.Number, out var stream) ? stream.TryClear(question) : null;

    private List<Begun> Begin(Span<ArrivingFacts> arriving)
    {
        var begun = new List<Begun>(arriving.Length);
        for (var place = 0; place < arriving.Length; place++)
        {
            ref var facts = ref arriving[place];
            if (!facts.AreOrdinaryScans || !streams.TryGetValue(facts.Number, out var stream) || !stream.TryBegin(facts.Facts, out var outcomes, out var proposal))
            {
                continue;
            }

            if (proposal is null)
            {
                facts.Outcomes = outcomes;
            }
            else
            {
                begun.Add(new Begun(place, stream, proposal, outcomes));
            }
        }

        return begun;
    }

    private readonly record struct Begun(int Place, ShipmentStream Stream, Proposal Proposal, ImmutableArray<FactOutcome> Outcomes);
}
