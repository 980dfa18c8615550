using Microsoft.AspNetCore.Mvc;

namespace Tracking.Dashboard.Officers;

/// <summary>Errors of the officers' API as problem details: each names the field and the remedy.</summary>
internal static class Problems
{
    /// <summary>A parameter that cannot be used.</summary>
    /// <param name="field">Its name.</param>
    /// <param name="detail">What is wrong and what would be right.</param>
    public static IResult BadParameter(string field, string detail) =>
        Results.Problem(new ProblemDetails
        {
            Status = StatusCodes.Status400BadRequest,
            Title = $"The parameter '{field}' cannot be used.",
            Detail = detail,
            Extensions = { ["field"] = field },
        });

    /// <summary>Nothing is known under a key.</summary>
    /// <param name="title">One sentence.</param>
    public static IResult NotFound(string title) => Results.Problem(title: title, statusCode: StatusCodes.Status404NotFound);

    /// <summary>The journal or the cluster cannot be reached.</summary>
    public static IResult Unavailable() =>
        Results.Problem(
            title: "The journal or the cluster cannot be reached now.",
            detail: "Nothing is lost. Try again in a few seconds.",
            statusCode: StatusCodes.Status503ServiceUnavailable);
}
