using System.Buffers;
using Tracking.Formats;
using Tracking.Formats.Json;

namespace Tracking.Silo.Api;

/// <summary>Reads a small JSON body whole.</summary>
internal static class WholeBody
{
    /// <summary>Reads it, or says why it is refused.</summary>
    /// <param name="context">The call.</param>
    /// <param name="remedy">What to do where it is too large.</param>
    public static async Task<(ArrayBufferWriter<byte>? Body, Problem? Problem)> ReadAsync(HttpContext context, string remedy)
    {
        if (context.Request.ContentType?.StartsWith(JsonAnswer.MediaType, StringComparison.OrdinalIgnoreCase) != true)
        {
            await RequestBody.DropAsync(context, begun: false);
            return (null, WrongMedia);
        }

        await using var body = RequestBody.Open(context);
        if (body is null)
        {
            return (null, new Problem("content-encoding", StatusCodes.Status415UnsupportedMediaType, "Content encoding not known", $"Send one of {RequestBody.Encodings}."));
        }

        var bytes = new ArrayBufferWriter<byte>(4_096);
        try
        {
            while (true)
            {
                var read = await body.Reader.ReadAsync();
                foreach (var segment in read.Buffer)
                {
                    bytes.Write(segment.Span);
                }

                body.Reader.AdvanceTo(read.Buffer.End);
                if (bytes.WrittenCount > Limits.ItemBytes)
                {
                    await RequestBody.DropAsync(context, begun: true);
                    return (null, Problem.TooMany(
                        $"A body may have {Limits.ItemBytes} bytes.",
                        new Complaint("", $"has more than {Limits.ItemBytes} bytes", remedy)));
                }

                if (read.IsCompleted)
                {
                    return (bytes, null);
                }
            }
        }
        catch (Exception exception) when (RequestBody.FaultOf(exception) is { } fault)
        {
            return (null, Problem.BadRequest("broken-body", "The body breaks off", fault));
        }
    }

    private static Problem WrongMedia { get; } = new(
        "media-type", StatusCodes.Status415UnsupportedMediaType, "Media type not known", $"Send Content-Type {JsonAnswer.MediaType}.")
    {
        Errors = [new("Content-Type", "is missing or not known here", $"Send {JsonAnswer.MediaType}.")],
    };
}
