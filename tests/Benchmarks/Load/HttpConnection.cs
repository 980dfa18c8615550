using System.Buffers.Text;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;

namespace Tracking.Benchmarks.Load;

/// <summary>
/// A connection that blocks its thread, one request in flight on it. The load shares the machine with what it measures, and
/// this leaves it most of the processor.
/// </summary>
internal sealed class HttpConnection : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromMinutes(2);
    private readonly Socket socket;
    private byte[] buffer = new byte[16 * 1024];
    private int received;
    private int bodyStart;
    private int bodyLength;

    public HttpConnection(Uri to)
    {
        var address = IPAddress.Parse(to.Host);
        socket = new Socket(address.AddressFamily, SocketType.Stream, ProtocolType.Tcp) { NoDelay = true, ReceiveTimeout = (int)Patience.TotalMilliseconds };
        socket.Connect(new IPEndPoint(address, to.Port));
    }

    /// <summary>Status of the last answer.</summary>
    public int Status { get; private set; }

    /// <summary>Body of the last answer, until the next request.</summary>
    public ReadOnlySpan<byte> Body => buffer.AsSpan(bodyStart, bodyLength);

    /// <summary>Sends a request and waits for its answer.</summary>
    /// <param name="request">Head and body.</param>
    /// <exception cref="InvalidOperationException">It was refused.</exception>
    public void Send(ReadOnlySpan<byte> request)
    {
        while (!request.IsEmpty)
        {
            request = request[socket.Send(request)..];
        }

        ReadAnswer();
        if (Status is < 200 or > 299)
        {
            throw new InvalidOperationException($"{Status}: {Encoding.UTF8.GetString(Body)}");
        }
    }

    public void Dispose() => socket.Dispose();

    private void ReadAnswer()
    {
        received = 0;
        int head;
        while ((head = buffer.AsSpan(0, received).IndexOf("\r\n\r\n"u8)) < 0)
        {
            Receive();
        }

        var headers = buffer.AsSpan(0, head + 2);
        Status = int.Parse(headers[9..12], CultureInfo.InvariantCulture);
        bodyStart = head + 4;
        var length = headers.IndexOf("\r\nContent-Length: "u8);
        if (length >= 0)
        {
            bodyLength = Number(headers[(length + 18)..], default);
            ReceiveUntil(bodyStart + bodyLength);
        }
        else if (headers.IndexOf("\r\nTransfer-Encoding: chunked"u8) >= 0)
        {
            ReadChunks();
        }
        else
        {
            bodyLength = 0;
        }
    }

    // Chunks are moved together in place.
    private void ReadChunks()
    {
        var (at, end) = (bodyStart, bodyStart);
        while (true)
        {
            int line;
            while ((line = buffer.AsSpan(at, received - at).IndexOf("\r\n"u8)) < 0)
            {
                Receive();
            }

            var size = Number(buffer.AsSpan(at, line), 'x');
            at += line + 2;
            ReceiveUntil(at + size + 2);
            if (size == 0)
            {
                bodyLength = end - bodyStart;
                return;
            }

            buffer.AsSpan(at, size).CopyTo(buffer.AsSpan(end));
            (at, end) = (at + size + 2, end + size);
        }
    }

    private static int Number(ReadOnlySpan<byte> text, char format) =>
        Utf8Parser.TryParse(text, out int number, out _, format) ? number : throw new InvalidDataException("The server answered with a length that is no number.");

    private void ReceiveUntil(int end)
    {
        while (received < end)
        {
            Receive();
        }
    }

    private void Receive()
    {
        if (received == buffer.Length)
        {
            Array.Resize(ref buffer, 2 * buffer.Length);
        }

        var count = socket.Receive(buffer.AsSpan(received));
        if (count == 0)
        {
            throw new IOException("The server closed the connection before it had answered.");
        }

        received += count;
    }
}
