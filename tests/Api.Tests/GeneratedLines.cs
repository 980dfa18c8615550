using System.Net;
using System.Text;

namespace Tracking.Api.Tests;

/// <summary>A body of lines that is made while it is sent, and may stop in the middle.</summary>
internal sealed class GeneratedLines(long lines, Func<long, string> line, Func<long, Task>? before = null) : HttpContent
{
    protected override async Task SerializeToStreamAsync(Stream stream, TransportContext? context)
    {
        var chunk = new StringBuilder();
        for (long i = 1; i <= lines; i++)
        {
            chunk.Append(line(i)).Append('\n');
            if (chunk.Length > 60_000 || i == lines)
            {
                await stream.WriteAsync(Encoding.UTF8.GetBytes(chunk.ToString()));
                chunk.Clear();
                if (before is not null)
                {
                    await before(i);
                }
            }
        }
    }

    protected override bool TryComputeLength(out long length)
    {
        length = 0;
        return false;
    }
}
