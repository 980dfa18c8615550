using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;
using Tracking.Formats;

namespace Tracking.Silo.Api.Epcis;

/// <summary>Which page of a list is asked for.</summary>
/// <param name="PerPage">How many items.</param>
/// <param name="Token">Where to go on; null at the beginning.</param>
/// <param name="Errors">What is wrong with the question.</param>
internal sealed record PageQuestion(int PerPage, string? Token, ImmutableArray<Complaint> Errors)
{
    public const string PerPageName = "perPage";
    public const string TokenName = "nextPageToken";
    public const int MostPerPage = 1_000;

    private const int UsualPerPage = 30;

    public static Complaint BadToken { get; } = new(TokenName, "is not what a page gave", "Follow the link of the page before.");

    /// <summary>Reads a question.</summary>
    /// <param name="query">The query.</param>
    /// <param name="names">The names that must be known here.</param>
    public static PageQuestion Of(IQueryCollection query, IEnumerable<string> names)
    {
        var errors = ImmutableArray.CreateBuilder<Complaint>();
        errors.AddRange(names.Where(n => n is not (PerPageName or TokenName)).Select(n => new Complaint(n, "is not known here", $"Known are {PerPageName} and {TokenName}.")));
        var perPage = UsualPerPage;
        if (query[PerPageName].ToString() is { Length: > 0 } text && (!int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out perPage) || perPage == 0))
        {
            errors.Add(new Complaint(PerPageName, "is no number from 1", $"Send 1 to {MostPerPage}."));
        }

        return new(Math.Clamp(perPage, 1, MostPerPage), query[TokenName].ToString() is { Length: > 0 } token ? token : null, errors.ToImmutable());
    }

    /// <summary>Says in the answer where the next page is.</summary>
    public static void LinkNext(HttpContext context, string token)
    {
        var query = context.Request.Query.Where(q => q.Key != TokenName).SelectMany(q => q.Value, (q, value) => KeyValuePair.Create(q.Key, value));
        var next = QueryHelpers.AddQueryString(context.Request.Path.ToUriComponent(), query.Append(KeyValuePair.Create(TokenName, (string?)token)));
        context.Response.Headers.Link = $"<{next}>; rel=\"next\"";
    }
}
