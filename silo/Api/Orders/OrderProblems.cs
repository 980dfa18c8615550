using System.Text.Json;
using Tracking.Formats;
using Tracking.Formats.Json;
using Tracking.Journal.Orders;

namespace Tracking.Silo.Api.Orders;

/// <summary>What is answered where an order cannot be read, is not permitted, or does not come into force.</summary>
internal static class OrderProblems
{
    public static Problem NotInForce { get; } = new(
        "unreachable",
        StatusCodes.Status503ServiceUnavailable,
        "Not in force yet",
        "It is not known to be in force on every silo: the journal cannot be reached. Send the same again: what was committed is not done twice.")
    {
        RetryAfterSeconds = 2,
    };

    public static Problem Malformed(ImmutableArray<Complaint> complaints) => new(
        "malformed", StatusCodes.Status422UnprocessableEntity, "The order cannot be read", $"These fields are wrong: {string.Join(", ", complaints.Select(c => c.Path))}.")
    {
        Errors = complaints,
    };

    public static Problem NotJson(JsonException exception) => Problem.BadRequest(
        "not-json",
        "The body is not JSON",
        $"The body is not JSON at line {exception.LineNumber + 1}, byte {exception.BytePositionInLine + 1}, names a field twice, or is nested deeper than {Limits.Depth} levels.");

    public static Problem NotEntitled(string owner, string effect, string rights) => new(
        "not-entitled",
        StatusCodes.Status403Forbidden,
        "This key may not do that",
        $"{effect} in the name of {owner}: an authority holds, a carrier stops, a marketplace, right holder or authority refers. This key speaks for {rights}.");

    public static Problem OtherEpoch(long epoch) => new(
        "other-epoch", StatusCodes.Status409Conflict, "Another order", $"The order of that id has epoch {epoch}. Look at it again and name the epoch that you saw.");

    public static Problem Of(OrderResult result, string key) => result switch
    {
        OrderResult.Differs => new(
            "same-id-other-content",
            StatusCodes.Status409Conflict,
            "Another order has this id",
            $"{key} was placed before with other content. Give the order an id of its own; an order is not changed, but lifted and placed anew."),
        OrderResult.NotStanding => new("not-standing", StatusCodes.Status409Conflict, "The order does not stand any more", $"{key} was lifted or has run out: there is nothing to change."),
        _ => Problem.NotFound($"There is no order {key}."),
    };
}
