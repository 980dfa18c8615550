using System.Text.Json;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.TrackingNumbers;
using Tracking.Journal;

namespace Tracking.Dashboard.Officers;

/// <summary>Reads the query parameters of the lists; a parameter that is unknown or given twice is refused, not ignored.</summary>
internal sealed class ListQuery
{
    private const int LongestAfter = 256;
    private readonly IQueryCollection _query;

    private ListQuery(IQueryCollection query) => _query = query;

    /// <summary>What is wrong, as the answer to give; null where nothing is.</summary>
    public IResult? Problem { get; private set; }

    /// <summary>Checks the names.</summary>
    /// <param name="query">The request's query.</param>
    /// <param name="known">Names that are permitted.</param>
    public static ListQuery Of(IQueryCollection query, params string[] known)
    {
        var result = new ListQuery(query);
        foreach (var (name, values) in query)
        {
            if (!known.Contains(name))
            {
                result.Refuse(name, $"It is unknown here; permitted are {string.Join(", ", known)}.");
            }
            else if (values.Count != 1)
            {
                result.Refuse(name, "It is given more than once; give it once.");
            }
        }

        return result;
    }

    /// <summary>The filter of the shipment list.</summary>
    public ShipmentFilter Shipments() => new()
    {
        Status = Status("status"),
        Held = Flag("held"),
        Violated = Flag("violated"),
        Carrier = Normalised("carrier", ShipmentNumber.NormaliseCarrier, "a code of at most 32 letters, digits and '-'"),
        Seller = Normalised("seller", NormaliseSeller, "marketplace/account"),
        NumberPrefix = Normalised("number", NormaliseNumber, "the beginning of a number: at most 64 letters, digits and '-./_'"),
        After = After(),
        Limit = Limit(),
    };

    /// <summary>How many rows.</summary>
    public int Limit()
    {
        if (Text("limit") is not { } text)
        {
            return 100;
        }

        if (int.TryParse(text, out var limit) && limit is >= 1 and <= ShipmentFilter.LongestPage)
        {
            return limit;
        }

        Refuse("limit", $"Give a whole number from 1 to {ShipmentFilter.LongestPage}.");
        return 1;
    }

    /// <summary>Where to go on.</summary>
    public string? After()
    {
        var after = Text("after");
        if (after?.Length > LongestAfter)
        {
            Refuse("after", "Pass what the page before gave as 'next'.");
        }

        return after;
    }

    private TransportStatus? Status(string name)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        foreach (var status in Enum.GetValues<TransportStatus>().Where(status => status == status.Main()))
        {
            if (JsonNamingPolicy.KebabCaseLower.ConvertName(status.ToString()) == text)
            {
                return status;
            }
        }

        Refuse(name, "Give a main transport status, for example 'in-transit' or 'delivered'.");
        return null;
    }

    private bool? Flag(string name)
    {
        switch (Text(name))
        {
            case null:
                return null;
            case "true":
                return true;
            case "false":
                return false;
            default:
                Refuse(name, "Give 'true' or 'false'.");
                return null;
        }
    }

    private string? Normalised(string name, Func<string, string?> normalise, string form)
    {
        if (Text(name) is not { } text)
        {
            return null;
        }

        var normal = normalise(text);
        if (normal is null)
        {
            Refuse(name, $"Give {form}.");
        }

        return normal;
    }

    private static string? NormaliseSeller(string text)
    {
        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash > 0 && SellerKey.TryCreate(text[..slash], text[(slash + 1)..], out var key) ? key.ToString() : null;
    }

    private string? Text(string name) => _query.TryGetValue(name, out var values) && values is [{ Length: > 0 } text] ? text : null;

    private void Refuse(string field, string detail) => Problem ??= Problems.BadParameter(field, detail);

    // What a scanner reads has more around the number than the list knows; what is typed may be only its beginning.
    private static string? NormaliseNumber(string text) =>
        TrackingNumber.Read(text).Fits is [{ Verified: true } best, ..] ? best.Number : ShipmentNumber.NormaliseNumber(text);
}
