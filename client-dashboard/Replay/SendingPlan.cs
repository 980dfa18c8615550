namespace Tracking.Dashboard.Replay;

/// <summary>
/// Splits a stretch of a recording into arrays of one kind, so that facts of one shipment keep their order: lanes
/// hold different shipments and may go side by side, the arrays of a lane go one after the other.
/// </summary>
internal static class SendingPlan
{
    public readonly record struct Batch(FactKind Kind, IReadOnlyList<int> Facts);

    public static IReadOnlyList<IReadOnlyList<Batch>> Of(IRecording recording, int from, int to, int lanes)
    {
        var byLane = new List<int>[lanes];
        for (var i = 0; i < lanes; i++)
        {
            byLane[i] = [];
        }

        for (var i = from; i < to; i++)
        {
            byLane[recording[i].Shipment % lanes].Add(i);
        }

        return [.. byLane.Where(lane => lane.Count > 0).Select(lane => Lane(recording, lane))];
    }

    private static List<Batch> Lane(IRecording recording, List<int> facts)
    {
        // A shipment's facts of one kind in a row share a step; one of another kind goes a step later. All facts of a
        // step and kind, of whatever shipments, make an array.
        var last = new Dictionary<int, (int Step, FactKind Kind)>();
        var steps = new SortedDictionary<(int Step, FactKind Kind), List<int>>();
        foreach (var index in facts)
        {
            var fact = recording[index];
            var step = !last.TryGetValue(fact.Shipment, out var before) ? 0 : before.Kind == fact.Kind ? before.Step : before.Step + 1;
            last[fact.Shipment] = (step, fact.Kind);
            if (!steps.TryGetValue((step, fact.Kind), out var batch))
            {
                steps[(step, fact.Kind)] = batch = [];
            }

            batch.Add(index);
        }

        return [.. steps.SelectMany(step => step.Value.Chunk(PartnerApi.MostItems).Select(chunk => new Batch(step.Key.Kind, chunk)))];
    }
}
