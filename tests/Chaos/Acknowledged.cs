using System.Collections.Concurrent;
using Tracking.Contracts.Facts;

namespace Tracking.Chaos;

/// <summary>What was acknowledged, by shipment number and id: the memory that the product is held to.</summary>
internal sealed class Acknowledged
{
    private readonly ConcurrentDictionary<(string Number, string Id), FactResult> facts = new();

    public int Count => facts.Count;

    public IEnumerable<string> Numbers => facts.Keys.Select(k => k.Number).Distinct(StringComparer.Ordinal);

    public void Add(string number, string id, FactResult result) => facts[(number, id)] = result;

    public IReadOnlyCollection<string> Of(string number) => [.. facts.Keys.Where(k => k.Number == number).Select(k => k.Id)];
}
