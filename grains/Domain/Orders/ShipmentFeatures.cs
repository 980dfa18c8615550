using Tracking.Contracts.Facts;

namespace Tracking.Domain.Orders;

/// <summary>What standing orders can match of a manifest or a dispatch, as hashes: no texts, no names.</summary>
/// <param name="Hashes">Features, each once.</param>
/// <param name="Values">The greatest declared value per kilogram in each currency.</param>
public sealed record ShipmentFeatures(ImmutableArray<ulong> Hashes, ImmutableArray<ValueDensity> Values)
{
    /// <summary>Nothing.</summary>
    public static ShipmentFeatures None { get; } = new([], []);

    /// <summary>Those that the journal indexes.</summary>
    public IEnumerable<ulong> Indexed => Hashes.Where(Feature.IsIndexed);

    /// <summary>The features of a manifest.</summary>
    /// <param name="manifest">The manifest, with its parties' details or without.</param>
    public static ShipmentFeatures Of(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        var found = new HashSet<ulong>(OfParties(manifest));
        Add(found, FeatureKind.From, manifest.Origin?.Country);
        Add(found, FeatureKind.To, manifest.Destination?.Country);
        AddCode(found, FeatureKind.Flight, manifest.Conveyance);
        AddCode(found, FeatureKind.MasterBill, manifest.MasterBill);
        return Of(found, manifest.Goods);
    }

    /// <summary>The features of a dispatch. The seller is none of them: of several dispatches the last one names him.</summary>
    /// <param name="dispatch">The dispatch.</param>
    public static ShipmentFeatures Of(Dispatch dispatch)
    {
        ArgumentNullException.ThrowIfNull(dispatch);
        return Of([], dispatch.Goods);
    }

    /// <summary>The features of a manifest's consignee. Taken before his details are parted from it, and kept in their place.</summary>
    /// <param name="manifest">The manifest.</param>
    public static ImmutableArray<ulong> OfParties(Manifest manifest)
    {
        ArgumentNullException.ThrowIfNull(manifest);
        if (!manifest.PartyFeatures.IsDefaultOrEmpty)
        {
            return manifest.PartyFeatures;
        }

        var found = new HashSet<ulong>();
        foreach (var party in manifest.Parties)
        {
            if (party is { Role: PartyRole.Consignee, Details: { } details })
            {
                Add(found, FeatureKind.Consignee, details.Name is null ? null : NormalText.OfName(details.Name));
                Add(found, FeatureKind.Address, details.Address is null ? null : NormalText.OfName(details.Address));
            }
        }

        return [.. found];
    }

    /// <summary>What several facts together have.</summary>
    /// <param name="all">The features of each.</param>
    public static ShipmentFeatures Join(IReadOnlyList<ShipmentFeatures> all)
    {
        ArgumentNullException.ThrowIfNull(all);
        return all.Count switch
        {
            0 => None,
            1 => all[0],
            _ => new ShipmentFeatures([.. all.SelectMany(f => f.Hashes).Distinct()], Greatest(all.SelectMany(f => f.Values))),
        };
    }

    private static ShipmentFeatures Of(HashSet<ulong> found, ImmutableArray<GoodsLine> goods)
    {
        var values = new List<ValueDensity>();
        foreach (var line in goods)
        {
            AddCode(found, FeatureKind.Brand, line.Brand);
            AddLevels(found, line.HsCode);
            foreach (var stem in NormalText.StemsOf(line.Description))
            {
                Add(found, FeatureKind.Word, stem);
            }

            if (line is { Value: { } value, Currency: { } currency, WeightKg: > 0 and { } weight })
            {
                values.Add(new ValueDensity(currency, (double)value / (double)weight));
            }
        }

        return found.Count == 0 && values.Count == 0 ? None : new ShipmentFeatures([.. found], Greatest(values));
    }

    private static void AddLevels(HashSet<ulong> found, string? code)
    {
        for (var digits = 2; digits <= code?.Length; digits += 2)
        {
            if (Feature.LevelOf(digits) is { } level)
            {
                found.Add(Feature.Of(level, code.AsSpan(0, digits)));
            }
        }
    }

    private static void AddCode(HashSet<ulong> found, FeatureKind kind, string? code) => Add(found, kind, code is null ? null : NormalText.OfCode(code));

    private static void Add(HashSet<ulong> found, FeatureKind kind, string? normal)
    {
        if (normal is { Length: > 0 })
        {
            found.Add(Feature.Of(kind, normal));
        }
    }

    private static ImmutableArray<ValueDensity> Greatest(IEnumerable<ValueDensity> values) =>
        [.. values.GroupBy(v => v.Currency, StringComparer.Ordinal).Select(g => g.MaxBy(v => v.PerKilogram))];
}

/// <summary>A declared value per kilogram.</summary>
/// <param name="Currency">Currency by ISO 4217.</param>
/// <param name="PerKilogram">Units of it per kilogram.</param>
public readonly record struct ValueDensity(string Currency, double PerKilogram);
