using System.Collections.Concurrent;
using Tracking.Contracts.Identifiers;

namespace Tracking.Journal.Events.Stored;

/// <summary>Numbers out of the store: they were normalised before they were written, so only their carrier is looked up.</summary>
internal static class StoredNumber
{
    // There are some hundred carriers; the bound keeps a hostile world from filling the memory with names.
    private const int MostCarriers = 4096;

    private static readonly ConcurrentDictionary<string, ShipmentNumber> Carriers = new(StringComparer.Ordinal);

    public static ShipmentNumber Read(string? carrier, string? number)
    {
        if (carrier is null || string.IsNullOrEmpty(number))
        {
            throw new InvalidDataException("A stored number lacks its carrier or its digits.");
        }

        if (Carriers.TryGetValue(carrier, out var known))
        {
            return known.Sibling(number);
        }

        if (!ShipmentNumber.TryCreate(carrier, number, out var result) || result.Carrier != carrier || result.Number != number)
        {
            throw new InvalidDataException($"'{carrier}/{number}' is not a number in normal form.");
        }

        if (Carriers.Count < MostCarriers)
        {
            Carriers.TryAdd(carrier, result);
        }

        return result;
    }
}
