using System.Text;

namespace Tracking.Benchmarks.Load;

/// <summary>
/// What the belt asks: nine of ten numbers are of shipments in memory, the tenth is of one that nobody has asked about since
/// the silo started. Shared by the connections of a load.
/// </summary>
/// <param name="warm">How many, the first ones, are in memory.</param>
/// <param name="all">How many there are.</param>
internal sealed class BeltNumbers(int warm, int all)
{
    private const int OneColdIn = 10;
    private int asked;

    /// <summary>The next number's index.</summary>
    public int Next(Random random) =>
        random.Next(OneColdIn) == 0 ? warm + ((Interlocked.Increment(ref asked) - 1) % (all - warm)) : random.Next(warm);

    /// <summary>Whether every cold number was asked for once at most, so that it really was cold.</summary>
    public bool Lasted => asked <= all - warm;
}

/// <summary>Belt checks, one number a request.</summary>
internal sealed class ClearanceRequests : IRequests
{
    private readonly BeltNumbers numbers;
    private readonly Random random;
    private readonly byte[] request = Clearance.Ask(0);
    private readonly int digitsAt;

    public ClearanceRequests(BeltNumbers numbers, int seed)
    {
        (this.numbers, random) = (numbers, new Random(seed));
        digitsAt = request.AsSpan().IndexOf(Encoding.ASCII.GetBytes(Shipments.Number(0))) + Shipments.Prefix.Length;
    }

    public ReadOnlySpan<byte> Next()
    {
        ScanForm.WriteDigits(request.AsSpan(digitsAt, Shipments.Digits), numbers.Next(random));
        return request;
    }

    public int Settle(HttpConnection answer)
    {
        Clearance.Verdict(answer.Body);
        return 1;
    }
}

/// <summary>Questions and answers of the belt, for leaving customs' control.</summary>
internal static class Clearance
{
    /// <summary>The most numbers of a list.</summary>
    public const int ListLength = 1_000;

    private static ReadOnlySpan<byte> VerdictName => "\"verdict\":\""u8;

    public static byte[] Ask(long index) => HttpRequests.Get($"/v1/clearance/{Shipments.Carrier}/{Shipments.Number(index)}?for=leave");

    /// <summary>Asks about many.</summary>
    public static byte[] AskAll(IEnumerable<long> indexes)
    {
        var body = new StringBuilder("{\"for\":\"leave\",\"numbers\":[");
        body.AppendJoin(',', indexes.Select(i => $"\"{Shipments.Carrier}/{Shipments.Number(i)}\""));
        return HttpRequests.Post("/v1/clearance", body.Append("]}").ToString());
    }

    /// <summary>The verdict of the answer about one.</summary>
    public static string Verdict(ReadOnlySpan<byte> answer)
    {
        var at = answer.IndexOf(VerdictName);
        var text = at < 0 ? answer : answer[(at + VerdictName.Length)..];
        return at < 0
            ? throw new InvalidOperationException($"No verdict: {Encoding.UTF8.GetString(answer)}")
            : text.StartsWith("go"u8) ? "go" : text.StartsWith("stop"u8) ? "stop" : Encoding.ASCII.GetString(text[..text.IndexOf((byte)'"')]);
    }

    /// <summary>How many of a list's answers are 'go', and how many answers it has.</summary>
    public static (int Go, int All) Count(ReadOnlySpan<byte> answer)
    {
        // The verdict of the shipment stands before its reasons, each of which has one of its own.
        var (go, all) = (0, 0);
        int at;
        while ((at = answer.IndexOf("\"for\":"u8)) >= 0)
        {
            answer = answer[(at + 6)..];
            go += Verdict(answer) == "go" ? 1 : 0;
            all++;
        }

        return (go, all);
    }

    /// <summary>Asks about shipments from a first one on, in lists, so that they are in memory; gives how many are 'go'.</summary>
    public static int AskThrough(Uri silo, int first, int count)
    {
        using var http = new HttpConnection(silo);
        var go = 0;
        foreach (var indexes in Enumerable.Range(first, count).Select(i => (long)i).Chunk(ListLength))
        {
            http.Send(AskAll(indexes));
            go += Count(http.Body).Go;
        }

        return go;
    }
}
