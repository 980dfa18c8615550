using System.IO.Compression;
using System.IO.Pipelines;
using Microsoft.AspNetCore.Connections;
using Microsoft.AspNetCore.Http.Features;
using ZstdSharp;
using ZstdSharp.Unsafe;

namespace Tracking.Silo.Api;

/// <summary>A request's body without its compression, as it arrives.</summary>
/// <remarks>Nothing is unpacked ahead: however far a small body swells, only a window of it is in memory.</remarks>
internal sealed class RequestBody : IAsyncDisposable
{
    public const string Encodings = "gzip, zstd, identity";

    /// <summary>What is dropped of a body before its refusal is sent; a caller that sends more is cut off.</summary>
    private const long MostDropped = 256L * 1024 * 1024;

    /// <summary>The window that RFC 9659 lets a zstd body ask for: 8 MB.</summary>
    private const int ZstdWindowLog = 23;

    private static readonly TimeSpan LongestDrop = TimeSpan.FromSeconds(30);

    private readonly Stream? _unpacked;

    private RequestBody(PipeReader reader, Stream? unpacked)
    {
        Reader = reader;
        _unpacked = unpacked;
    }

    public PipeReader Reader { get; }

    /// <summary>Opens a body; null where its encoding is not known.</summary>
    public static RequestBody? Open(HttpContext context)
    {
        // Each body has a bound of its own, or is a stream without one.
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = null;
        }

        var request = context.Request;
        var encoding = request.Headers.ContentEncoding.ToString().Trim();
        if (encoding.Length == 0 || encoding.Equals("identity", StringComparison.OrdinalIgnoreCase))
        {
            return new RequestBody(request.BodyReader, null);
        }

        Stream? unpacked = null;
        if (encoding.Equals("gzip", StringComparison.OrdinalIgnoreCase) || encoding.Equals("x-gzip", StringComparison.OrdinalIgnoreCase))
        {
            unpacked = new GZipStream(request.Body, CompressionMode.Decompress, leaveOpen: true);
        }
        else if (encoding.Equals("zstd", StringComparison.OrdinalIgnoreCase))
        {
            var zstd = new DecompressionStream(request.Body, leaveOpen: true);
            zstd.SetParameter(ZSTD_dParameter.ZSTD_d_windowLogMax, ZstdWindowLog);
            unpacked = zstd;
        }

        return unpacked is null
            ? null
            : new RequestBody(PipeReader.Create(unpacked, new StreamPipeReaderOptions(bufferSize: 65_536, minimumReadSize: 8_192, leaveOpen: true)), unpacked);
    }

    /// <summary>What went wrong while a body was read, where it is the sender's or the way's fault; null for any other.</summary>
    public static string? FaultOf(Exception exception) => exception switch
    {
        BadHttpRequestException => $"The body breaks off: {exception.Message}",
        InvalidDataException or ZstdException or EndOfStreamException => "The compressed body is damaged or breaks off.",
        ConnectionResetException or ConnectionAbortedException or IOException or OperationCanceledException => "The body breaks off: the connection was lost.",
        _ => null,
    };

    /// <summary>Reads what is left of a body and drops it, so that a caller that sends before it reads gets the answer.</summary>
    /// <param name="context">The call.</param>
    /// <param name="begun">Whether reading has begun; if not, a caller that waits for leave to send is simply not given it.</param>
    public static async Task DropAsync(HttpContext context, bool begun)
    {
        if (context.Features.Get<IHttpRequestBodyDetectionFeature>() is { CanHaveBody: false } || (!begun && context.Request.Headers.Expect.Count > 0))
        {
            return;
        }

        var time = context.RequestServices.GetRequiredService<TimeProvider>();
        using var end = new CancellationTokenSource(LongestDrop, time);
        try
        {
            for (long dropped = 0; dropped < MostDropped;)
            {
                var read = await context.Request.BodyReader.ReadAsync(end.Token);
                dropped += read.Buffer.Length;
                context.Request.BodyReader.AdvanceTo(read.Buffer.End);
                if (read.IsCompleted)
                {
                    return;
                }
            }

            context.Response.Headers.Connection = "close";
        }
        catch (Exception exception) when (FaultOf(exception) is not null || exception is InvalidOperationException)
        {
            // The rest of the body cannot be read: the answer may still reach the caller.
            context.Response.Headers.Connection = "close";
        }
    }

    public async ValueTask DisposeAsync()
    {
        if (_unpacked is not null)
        {
            await Reader.CompleteAsync();
            await _unpacked.DisposeAsync();
        }
    }
}
