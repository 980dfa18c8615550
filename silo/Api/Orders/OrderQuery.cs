using System.Globalization;
using Tracking.Contracts.Identifiers;
using Tracking.Formats;
using Tracking.Journal.Orders;

namespace Tracking.Silo.Api.Orders;

/// <summary>What is asked of the list of orders.</summary>
internal static class OrderQuery
{
    public static (OrderFilter? Filter, Problem? Problem) Read(IQueryCollection query)
    {
        var complaints = new List<Complaint>();
        var filter = new OrderFilter
        {
            Owner = Read("owner", ShipmentNumber.NormaliseCarrier, "the code of an owner"),
            Seller = Read("seller", NormaliseSeller, "marketplace/account"),
            Standing = Read("standing", text => text is "true" or "false" ? text : null, "true or false") is { } standing ? standing == "true" : null,
            Before = Read("after", text => IsWhole(text, long.MaxValue) ? text : null, "what the page before gave as next") is { } after ? long.Parse(after, CultureInfo.InvariantCulture) : long.MaxValue,
            Limit = Read("limit", text => IsWhole(text, OrderFilter.LongestPage) ? text : null, $"a whole number from 1 to {OrderFilter.LongestPage}") is { } limit ? int.Parse(limit, CultureInfo.InvariantCulture) : 100,
        };
        return complaints.Count == 0
            ? (filter, null)
            : (null, Problem.BadRequest("query", "Query not understood", $"The query cannot be understood: {string.Join(", ", complaints.Select(c => c.Path))}.", [.. complaints]));

        string? Read(string name, Func<string, string?> normalise, string form)
        {
            if (!query.TryGetValue(name, out var values))
            {
                return null;
            }

            var normal = normalise(values.ToString());
            if (normal is null)
            {
                complaints.Add(new Complaint(name, $"is not {form}", $"Send {form}."));
            }

            return normal;
        }
    }

    private static bool IsWhole(string text, long most) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1 && number <= most;

    private static string? NormaliseSeller(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && SellerKey.TryCreate(text[..slash], text[(slash + 1)..], out var key) ? key.ToString() : null;
    }
}
