using System.Collections.Immutable;
using Tracking.Contracts.Facts;

namespace Tracking.Formats.Json;

/// <summary>Reads goods lines.</summary>
internal static class GoodsJson
{
    private static readonly NameTable Names = new("description", "hsCode", "brand", "value", "currency", "quantity", "weightKg");

    /// <summary>The goods lines of the array that the walk stands at.</summary>
    public static ImmutableArray<GoodsLine> ReadAll(ref JsonItem item)
    {
        if (!item.BeginArray())
        {
            return [];
        }

        var lines = ImmutableArray.CreateBuilder<GoodsLine>();
        while (item.NextElement(Limits.Goods))
        {
            if (item.BeginNested())
            {
                if (ReadLine(ref item) is { } line)
                {
                    lines.Add(line);
                }

                item.EndNested();
            }
        }

        return lines.DrainToImmutable();
    }

    private static GoodsLine? ReadLine(ref JsonItem item)
    {
        string? description = null, hsCode = null, brand = null, currency = null;
        decimal? value = null, weightKg = null;
        int? quantity = null;
        ulong seen = 0;
        while (item.NextField(Names, ref seen, out var field))
        {
            switch (field)
            {
                case 0:
                    description = item.Text(Limits.Prose);
                    break;
                case 1:
                    hsCode = item.HsCode();
                    break;
                case 2:
                    brand = item.Text(Limits.Label, recurs: true);
                    break;
                case 3:
                    value = item.Amount();
                    break;
                case 4:
                    currency = item.Currency();
                    break;
                case 5:
                    quantity = item.Count();
                    break;
                default:
                    weightKg = item.Amount();
                    break;
            }
        }

        if (description is null)
        {
            CommonFields.Require(ref item, seen, 0, "description", "Say in words what the goods are.");
            return null;
        }

        if (value is not null && currency is null)
        {
            CommonFields.Require(ref item, seen, 4, "currency", "Name the currency of the value by ISO 4217, for example EUR.");
        }

        return new GoodsLine
        {
            Description = description,
            HsCode = hsCode,
            Brand = brand,
            Value = value,
            Currency = currency,
            Quantity = quantity,
            WeightKg = weightKg,
        };
    }
}
