using System.Collections.Immutable;
using System.Text.Json;
using Tracking.Formats;

namespace Tracking.Silo.Api;

/// <summary>An error as RFC 9457 describes it, with the fields that are wrong and what to do about each.</summary>
/// <param name="Type">The last part of its type, which is <c>urn:tracking:problem:…</c>; or the whole of it, which has a colon.</param>
/// <param name="Status">HTTP status.</param>
/// <param name="Title">What kind of error it is; the same for all of its type.</param>
/// <param name="Detail">What happened here, and what to do.</param>
internal sealed record Problem(string Type, int Status, string Title, string Detail)
{
    public const string MediaType = "application/problem+json";

    /// <summary>What is wrong, field by field.</summary>
    public ImmutableArray<Complaint> Errors { get; init; } = [];

    /// <summary>Seconds after which to come again; null where that would not help.</summary>
    public int? RetryAfterSeconds { get; init; }

    /// <summary>Writes further members, for example how far a body was settled.</summary>
    public Action<Utf8JsonWriter>? Further { get; init; }

    public static Problem NotFound(string detail) => new("not-found", StatusCodes.Status404NotFound, "Not found", detail);

    public static Problem BadRequest(string type, string title, string detail, params ImmutableArray<Complaint> errors) =>
        new(type, StatusCodes.Status400BadRequest, title, detail) { Errors = errors };

    public static Problem TooMany(string detail, Complaint error) =>
        new("too-large", StatusCodes.Status413PayloadTooLarge, "Too many items or bytes", detail) { Errors = [error] };

    public static Problem Overloaded(string detail, int retryAfterSeconds) =>
        new("overloaded", StatusCodes.Status429TooManyRequests, "Too much at once", detail) { RetryAfterSeconds = retryAfterSeconds };

    /// <summary>Sends it.</summary>
    public Task SendAsync(HttpContext context)
    {
        var response = context.Response;
        response.StatusCode = Status;
        if (RetryAfterSeconds is { } seconds)
        {
            response.Headers.RetryAfter = seconds.ToString();
        }

        return JsonAnswer.SendAsync(context, MediaType, Write);
    }

    /// <summary>Writes it as one JSON object.</summary>
    public void Write(Utf8JsonWriter writer)
    {
        writer.WriteStartObject();
        writer.WriteString("type"u8, Type.Contains(':') ? Type : $"urn:tracking:problem:{Type}");
        writer.WriteString("title"u8, Title);
        writer.WriteNumber("status"u8, Status);
        writer.WriteString("detail"u8, Detail);
        if (!Errors.IsDefaultOrEmpty)
        {
            writer.WritePropertyName("errors"u8);
            JsonAnswer.Write(writer, Errors);
        }

        Further?.Invoke(writer);
        writer.WriteEndObject();
    }
}
