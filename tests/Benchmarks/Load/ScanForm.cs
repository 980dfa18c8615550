using System.Buffers.Text;
using System.Text;

namespace Tracking.Benchmarks.Load;

/// <summary>
/// Scans of 250 bytes, ready but for number, id and time: filling those in costs tens of nanoseconds, and the load shares
/// the machine with what it measures. All are as long as each other, so that heads of requests can be made once.
/// </summary>
internal static class ScanForm
{
    /// <summary>Bytes of a scan.</summary>
    public const int Length = 250;

    private const int IdDigits = 12;
    private const string Before = $$"""{"carrier":"{{Shipments.Carrier}}","number":"{{Shipments.Prefix}}""";
    private const string Id = "\",\"id\":\"scan-";
    private const string Time = "\",\"occurredAt\":\"";
    private const string Words = "Processed at the facility and on its way to the next one as planned, as scanned at the belt";

    private static readonly string[] Statuses = ["accepted-picked-up", "in-transit-departed", "in-transit-arrived", "in-transit-sorted", "in-transit-loaded", "in-transit-unloaded"];
    private static readonly string[] Places = ["CNSZX", "HKHKG", "KRICN", "USANC", "USSDF", "USJFK", "DELEJ", "GBEMA"];
    private static readonly DateTimeOffset Start = new(2026, 5, 4, 6, 0, 0, TimeSpan.Zero);
    private static readonly int NumberAt = Before.Length;
    private static readonly int IdAt = NumberAt + Shipments.Digits + Id.Length;
    private static readonly int TimeAt = IdAt + IdDigits + Time.Length;
    private static readonly byte[][] Forms = [.. from status in Statuses from place in Places select Form(status, place)];

    /// <summary>Writes one scan.</summary>
    /// <param name="to">At least <see cref="Length"/> bytes.</param>
    /// <param name="shipment">Of which shipment.</param>
    /// <param name="sequence">Its own number among all scans: gives id and time.</param>
    /// <param name="random">Draws status and place.</param>
    public static void Write(Span<byte> to, long shipment, long sequence, Random random)
    {
        Forms[random.Next(Forms.Length)].CopyTo(to);
        WriteDigits(to.Slice(NumberAt, Shipments.Digits), shipment);
        WriteDigits(to.Slice(IdAt, IdDigits), sequence);

        // A scan each 20 ms of the world's time; always 33 bytes.
        Utf8Formatter.TryFormat(Start.AddTicks(sequence * 20 * TimeSpan.TicksPerMillisecond), to[TimeAt..], out _, 'O');
    }

    private static byte[] Form(string status, string place)
    {
        var time = new string('0', 33);
        var head = $$"""{{Before}}{{new string('0', Shipments.Digits)}}{{Id}}{{new string('0', IdDigits)}}{{Time}}{{time}}","status":"{{status}}","place":{"locode":"{{place}}"},"pieces":1,"weightKg":1.4,"text":"P""";
        var form = head + Words[1..(Length - head.Length - 1)] + "\"}";
        return Encoding.ASCII.GetBytes(form);
    }

    /// <summary>Writes a whole number with leading zeros.</summary>
    public static void WriteDigits(Span<byte> to, long value)
    {
        for (var i = to.Length - 1; i >= 0; i--, value /= 10)
        {
            to[i] = (byte)('0' + (value % 10));
        }
    }
}
