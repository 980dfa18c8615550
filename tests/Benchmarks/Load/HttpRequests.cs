using System.Text;

namespace Tracking.Benchmarks.Load;

/// <summary>Bytes of requests.</summary>
internal static class HttpRequests
{
    public static byte[] Get(string path) => Encoding.ASCII.GetBytes($"GET {path} HTTP/1.1\r\nHost: localhost\r\n\r\n");

    public static byte[] Post(string path, ReadOnlySpan<byte> body) => [.. PostHead(path, body.Length), .. body];

    public static byte[] Post(string path, string body) => Post(path, Encoding.UTF8.GetBytes(body));

    public static byte[] PostHead(string path, int length) =>
        Encoding.ASCII.GetBytes($"POST {path} HTTP/1.1\r\nHost: localhost\r\nContent-Type: application/json\r\nContent-Length: {length}\r\n\r\n");
}
