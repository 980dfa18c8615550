using System.Buffers.Text;

namespace Tracking.Benchmarks.Load;

/// <summary>Which scans are sent next, shared by the connections of all loads on one journal: no scan has the id of another.</summary>
/// <param name="shipments">Of how many shipments.</param>
/// <param name="stride">Every so many-th of the journal's; 1 for the first ones.</param>
/// <param name="first">The first scan's number, where the journal has had others.</param>
internal sealed class Scans(int shipments, int stride = 1, long first = 0)
{
    private long taken = first;

    /// <summary>So many scans for the taking: gives the first one's number.</summary>
    public long Take(int count) => Interlocked.Add(ref taken, count) - count;

    /// <summary>One of the shipments by chance.</summary>
    public long Pick(Random random) => (long)random.Next(shipments) * stride;

    /// <summary>One of the shipments in their order.</summary>
    public long At(long index) => Math.Min(index, shipments - 1) * stride;
}

/// <summary>Scans in arrays, or one a request, by chance until somebody ends it, or through all shipments once.</summary>
internal sealed class ScanRequests : IRequests
{
    private const string Path = "/v1/scans";
    private readonly Scans scans;
    private readonly int each;
    private readonly (long First, long Count)? walk;
    private readonly bool alone;
    private readonly Random random;
    private readonly byte[] request;
    private readonly int bodyAt;
    private static int seeds;

    private ScanRequests(Scans scans, int each, bool alone, string path, (long, long)? walk)
    {
        (this.scans, this.each, this.alone, this.walk) = (scans, each, alone, walk);
        random = new Random(Interlocked.Increment(ref seeds));
        var body = new byte[alone ? ScanForm.Length : (each * (ScanForm.Length + 1)) + 1];
        body.AsSpan().Fill((byte)',');
        (body[0], body[^1]) = ((byte)'[', (byte)']');
        request = HttpRequests.Post(path, body);
        bodyAt = request.Length - body.Length;
    }

    /// <summary>Arrays of scans.</summary>
    public static ScanRequests Arrays(Scans scans, int each) => new(scans, each, alone: false, Path, walk: null);

    /// <summary>One scan a request.</summary>
    /// <param name="scans">Which.</param>
    /// <param name="path">Where to.</param>
    public static ScanRequests Single(Scans scans, string path = Path) => new(scans, 1, alone: true, path, walk: null);

    /// <summary>Arrays of one scan for each shipment of a range, then the end; the connections share the range.</summary>
    public static Func<IRequests> Walk(Scans scans, int each, long count)
    {
        var first = scans.Take(0);
        return () => new ScanRequests(scans, each, alone: false, Path, (first, count));
    }

    public ReadOnlySpan<byte> Next()
    {
        var sequence = scans.Take(each);
        if (walk is { } range && sequence - range.First >= range.Count)
        {
            return [];
        }

        for (var i = 0; i < each; i++, sequence++)
        {
            var shipment = walk is { } all ? scans.At(sequence - all.First) : scans.Pick(random);
            ScanForm.Write(request.AsSpan(bodyAt + (alone ? 0 : 1 + (i * (ScanForm.Length + 1)))), shipment, sequence, random);
        }

        return request;
    }

    public int Settle(HttpConnection answer)
    {
        if (alone)
        {
            return answer.Body.StartsWith("{\"result\":\"accepted\""u8) ? 1 : throw Facts.NotAccepted(answer);
        }

        return Facts.Accepted(answer) == each ? each : throw Facts.NotAccepted(answer);
    }
}

/// <summary>Reads what became of an array of facts.</summary>
internal static class Facts
{
    private static ReadOnlySpan<byte> Begin => "{\"accepted\":"u8;

    /// <summary>How many were accepted.</summary>
    public static int Accepted(HttpConnection answer) =>
        answer.Body.StartsWith(Begin) && Utf8Parser.TryParse(answer.Body[Begin.Length..], out int accepted, out _) ? accepted : 0;

    public static InvalidOperationException NotAccepted(HttpConnection answer)
    {
        var body = System.Text.Encoding.UTF8.GetString(answer.Body);
        return new InvalidOperationException($"Not all facts were accepted: {body[..Math.Min(500, body.Length)]}");
    }
}
