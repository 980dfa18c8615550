using Tracking.Contracts.Orders;

namespace Tracking.Domain.Orders;

/// <summary>What an order matches, as features that must all be there and a value that must be exceeded.</summary>
/// <param name="Keys">The features, each once.</param>
/// <param name="Value">The value; null where none is asked for.</param>
public sealed record OrderTerms(ImmutableArray<ulong> Keys, OrderValue? Value)
{
    /// <summary>The terms of an order. A carrier's stop is about its own shipments, whatever it says.</summary>
    /// <param name="order">The order.</param>
    public static OrderTerms Of(StandingOrder order)
    {
        ArgumentNullException.ThrowIfNull(order);
        var (matches, keys) = (order.Matches, new HashSet<ulong>());
        Add(FeatureKind.Seller, matches.Seller?.ToString());
        Add(FeatureKind.Brand, matches.Brand is null ? null : NormalText.OfCode(matches.Brand));
        Add(FeatureKind.Consignee, matches.Consignee is null ? null : NormalText.OfName(matches.Consignee));
        Add(FeatureKind.Address, matches.Address is null ? null : NormalText.OfName(matches.Address));
        Add(FeatureKind.From, matches.From);
        Add(FeatureKind.To, matches.To);
        Add(FeatureKind.Carrier, order.Effect == OrderEffect.Stop ? order.Owner : matches.Carrier);
        Add(FeatureKind.Flight, matches.Flight is null ? null : NormalText.OfCode(matches.Flight));
        Add(FeatureKind.MasterBill, matches.MasterBill is null ? null : NormalText.OfCode(matches.MasterBill));
        foreach (var stem in matches.Words.SelectMany(NormalText.StemsOf))
        {
            Add(FeatureKind.Word, stem);
        }

        if (matches.Hs is { } hs && Feature.LevelOf(hs.Length) is { } level)
        {
            keys.Add(Feature.Of(level, hs));
        }

        return new OrderTerms([.. keys], matches.Value);

        void Add(FeatureKind kind, string? normal)
        {
            if (normal is { Length: > 0 })
            {
                keys.Add(Feature.Of(kind, normal));
            }
        }
    }

    /// <summary>Whether a shipment has all of it.</summary>
    /// <param name="features">Its features.</param>
    /// <param name="values">Its values.</param>
    public bool Fit(ReadOnlySpan<ulong> features, ReadOnlySpan<ValueDensity> values)
    {
        foreach (var key in Keys)
        {
            if (!features.Contains(key))
            {
                return false;
            }
        }

        return Value is null || Exceeds(values, Value);
    }

    private static bool Exceeds(ReadOnlySpan<ValueDensity> values, OrderValue asked)
    {
        foreach (var value in values)
        {
            if (value.Currency == asked.Currency && value.PerKilogram > (double)asked.Above)
            {
                return true;
            }
        }

        return false;
    }
}
