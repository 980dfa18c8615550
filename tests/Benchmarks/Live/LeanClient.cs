using System.Buffers;
using System.Globalization;
using System.Net.WebSockets;
using System.Text;
using MessagePack;

namespace Tracking.Benchmarks.Live;

/// <summary>
/// A page without a page: speaks the hub's protocol itself and looks only at what is counted, so that a thousand of them
/// take little of the machine that they share with the product.
/// </summary>
/// <param name="host">Where the hub is.</param>
/// <param name="arrivals">Where what comes is counted.</param>
internal sealed class LeanClient(Uri host, Arrivals arrivals) : IDisposable
{
    private static readonly byte[] Handshake = Encoding.ASCII.GetBytes("{\"protocol\":\"messagepack\",\"version\":1}\u001e");
    private static readonly byte[] Ping = [2, 0x91, 6];
    private static readonly byte[] Stream = StreamInvocation();
    private readonly ClientWebSocket socket = new();
    private readonly HashSet<string> seen = [];
    private readonly SemaphoreSlim sending = new(1);
    private byte[] buffer = new byte[8 * 1024];
    private string? position;
    private bool greeted;

    /// <summary>Connects and asks for the stream.</summary>
    public async Task ConnectAsync(CancellationToken cancellationToken)
    {
        await socket.ConnectAsync(new UriBuilder(host) { Scheme = "ws", Path = "/live" }.Uri, cancellationToken);
        await SendAsync(Handshake, WebSocketMessageType.Text, cancellationToken);
        await SendAsync(Stream, WebSocketMessageType.Binary, cancellationToken);
    }

    /// <summary>Keeps the connection alive.</summary>
    public Task PingAsync(CancellationToken cancellationToken) => SendAsync(Ping, WebSocketMessageType.Binary, cancellationToken);

    /// <summary>Reads until it is stopped.</summary>
    public async Task ReadAsync(CancellationToken cancellationToken)
    {
        while (true)
        {
            var length = 0;
            ValueWebSocketReceiveResult received;
            do
            {
                if (length == buffer.Length)
                {
                    Array.Resize(ref buffer, 2 * buffer.Length);
                }

                received = await socket.ReceiveAsync(buffer.AsMemory(length), cancellationToken);
                length += received.Count;
            }
            while (!received.EndOfMessage);
            if (received.MessageType == WebSocketMessageType.Close)
            {
                throw new IOException("The server closed the live connection.");
            }

            Read(buffer.AsMemory(0, length));
        }
    }

    public void Dispose()
    {
        socket.Dispose();
        sending.Dispose();
    }

    private async Task SendAsync(byte[] message, WebSocketMessageType type, CancellationToken cancellationToken)
    {
        await sending.WaitAsync(cancellationToken);
        try
        {
            await socket.SendAsync(message, type, endOfMessage: true, cancellationToken);
        }
        finally
        {
            sending.Release();
        }
    }

    private void Read(ReadOnlyMemory<byte> received)
    {
        if (!greeted)
        {
            // The answer to the handshake is JSON, ended by a record separator.
            received = received[(received.Span.IndexOf((byte)0x1e) + 1)..];
            greeted = true;
        }

        while (!received.IsEmpty)
        {
            var (length, bytes) = (0, 0);
            byte part;
            do
            {
                part = received.Span[bytes];
                length |= (part & 0x7f) << (7 * bytes++);
            }
            while ((part & 0x80) != 0);
            ReadMessage(received.Slice(bytes, length));
            received = received[(bytes + length)..];
        }
    }

    private void ReadMessage(ReadOnlyMemory<byte> message)
    {
        const int StreamItem = 2, Completion = 3, Close = 7;
        var reader = new MessagePackReader(message);
        reader.ReadArrayHeader();
        switch (reader.ReadInt32())
        {
            case StreamItem:
                reader.Skip();
                reader.Skip();
                ReadFrame(ref reader);
                break;
            case Completion or Close:
                throw new IOException($"The server ended the stream: {MessagePackSerializer.ConvertToJson(message)}");
        }
    }

    private void ReadFrame(ref MessagePackReader reader)
    {
        string? previous = null, next = null;
        var resync = false;
        for (var fields = reader.ReadMapHeader(); fields > 0; fields--)
        {
            switch (reader.ReadString())
            {
                case "previous":
                    previous = reader.ReadString();
                    break;
                case "position":
                    next = reader.ReadString();
                    break;
                case "resync":
                    resync = reader.ReadBoolean();
                    break;
                case "changes":
                    for (var changes = reader.ReadArrayHeader(); changes > 0; changes--)
                    {
                        ReadChange(ref reader);
                    }

                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        arrivals.Frame(first: position is null, resync, broken: position is not null && !resync && previous != position);
        position = next;
    }

    private void ReadChange(ref MessagePackReader reader)
    {
        string? number = null, reason = null;
        for (var fields = reader.ReadMapHeader(); fields > 0; fields--)
        {
            switch (reader.ReadString())
            {
                case "row":
                    number = Field(ref reader, "number");
                    break;
                case "holds":
                    for (var holds = reader.ReadArrayHeader(); holds > 0; holds--)
                    {
                        reason = Field(ref reader, "reason");
                    }

                    break;
                default:
                    reader.Skip();
                    break;
            }
        }

        // When the hold was meant to be posted stands in its reason; other changes have none.
        if (number is not null && long.TryParse(reason, CultureInfo.InvariantCulture, out var start))
        {
            arrivals.Change(start, again: !seen.Add(number));
        }
    }

    private static string? Field(ref MessagePackReader reader, string name)
    {
        string? value = null;
        for (var fields = reader.ReadMapHeader(); fields > 0; fields--)
        {
            if (reader.ReadString() == name)
            {
                value = reader.ReadString();
            }
            else
            {
                reader.Skip();
            }
        }

        return value;
    }

    private static byte[] StreamInvocation()
    {
        const int Invocation = 4;
        var message = new ArrayBufferWriter<byte>();
        var writer = new MessagePackWriter(message);
        writer.WriteArrayHeader(6);
        writer.Write(Invocation);
        writer.WriteMapHeader(0);
        writer.Write("1");
        writer.Write("Stream");
        writer.WriteArrayHeader(1);
        writer.WriteNil();
        writer.WriteArrayHeader(0);
        writer.Flush();
        return [(byte)message.WrittenCount, .. message.WrittenSpan];
    }
}
