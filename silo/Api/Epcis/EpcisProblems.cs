using Tracking.Formats;
using Tracking.Journal.Epcis;

namespace Tracking.Silo.Api.Epcis;

/// <summary>Errors by the names that EPCIS 2.0 has for them.</summary>
internal static class EpcisProblems
{
    public static Problem Invalid(ImmutableArray<Complaint> errors) =>
        new("epcisException:ValidationException", StatusCodes.Status400BadRequest, "Not valid", "The body is no valid document or event of EPCIS. Nothing was captured.") { Errors = errors };

    public static Problem Query(ImmutableArray<Complaint> errors) =>
        new("epcisException:QueryParameterException", StatusCodes.Status400BadRequest, "Query not understood", $"The query cannot be answered: {string.Join(", ", errors.Select(e => e.Path))}.") { Errors = errors };

    public static Problem NotFound(string detail) => new("epcisException:NoSuchResourceException", StatusCodes.Status404NotFound, "Not found", detail);

    public static Problem TooLarge(int events) =>
        new("epcisException:CaptureLimitExceededException", StatusCodes.Status413PayloadTooLarge, "Too many events", $"A document may have {CaptureEndpoint.MostEvents} events, not {events}. Nothing was captured.")
        {
            Errors = [new("", $"has {events} events", "Send it in several documents.")],
        };

    public static Problem MediaType { get; } = new(
        "epcisException:UnsupportedMediaTypeException", StatusCodes.Status415UnsupportedMediaType, "Media type not known", "Send application/json, application/ld+json or application/xml.")
    {
        Errors = [new("Content-Type", "is not read here", "Send application/json, application/ld+json or application/xml.")],
    };

    public static Problem ImplementationLacks(string field, string message, string remedy) =>
        new("epcisException:NotAcceptableException", StatusCodes.Status406NotAcceptable, "Not to be had", $"{field} {message}.") { Errors = [new(field, message, remedy)] };

    /// <summary>An error of a job.</summary>
    public static Problem Of(CaptureError error) => error.Kind switch
    {
        CaptureErrorKind.Duplicate => With(error, "epcisException:ResourceAlreadyExistsException", StatusCodes.Status409Conflict, "The event is there already"),
        CaptureErrorKind.NotEntitled => With(error, "epcisException:SecurityException", StatusCodes.Status403Forbidden, "Not entitled"),
        CaptureErrorKind.FactRefused => With(error, "urn:tracking:problem:fact-refused", StatusCodes.Status409Conflict, "The event is kept; the parcel refused what it says"),
        _ => With(error, "epcisException:ValidationException", StatusCodes.Status400BadRequest, "Not valid"),
    };

    private static Problem With(CaptureError error, string type, int status, string title) =>
        new(type, status, title, $"{error.Where} {error.Message}".Trim()) { Errors = [new(error.Where, error.Message, error.Remedy)] };
}
