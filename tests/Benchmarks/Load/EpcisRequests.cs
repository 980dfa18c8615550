using System.Globalization;
using System.Text;

namespace Tracking.Benchmarks.Load;

/// <summary>Documents of ObjectEvents, each with an id of its own.</summary>
internal sealed class EpcisRequests : IRequests
{
    private const string Head = """{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-03-01T11:00:00Z","epcisBody":{"eventList":[""";

    // Beyond those that a scenario walks through.
    private const long NewFrom = 10_000_000;

    private static long made;

    private readonly int events;
    private readonly Func<long, long> parcelOf;
    private readonly long end;
    private readonly StringBuilder body = new();

    private EpcisRequests(int events, Func<long, long> parcelOf, long end = long.MaxValue) => (this.events, this.parcelOf, this.end) = (events, parcelOf, end);

    /// <summary>Events about parcels that nobody heard of before, one each.</summary>
    public static EpcisRequests New(int events) => new(events, serial => NewFrom + serial);

    /// <summary>Events about some parcels by chance.</summary>
    public static EpcisRequests Among(int parcels, int events)
    {
        var random = new Random(Environment.CurrentManagedThreadId);
        return new(events, _ => random.Next(parcels));
    }

    /// <summary>An event about each of some parcels, then the end; the connections share them.</summary>
    public static Func<IRequests> Walk(int parcels, int events)
    {
        var first = Interlocked.Read(ref made);
        return () => new EpcisRequests(events, serial => (serial - first) % parcels, first + parcels);
    }

    /// <summary>The parcel of a serial as EPCIS names it.</summary>
    public static string Epc(long serial) => string.Create(CultureInfo.InvariantCulture, $"urn:epc:id:sscc:4012345.{serial:d10}");

    /// <summary>One document.</summary>
    public static byte[] Document(int events) => Encoding.UTF8.GetBytes(New(events).Write());

    public ReadOnlySpan<byte> Next()
    {
        if (Interlocked.Read(ref made) >= end)
        {
            return [];
        }

        return HttpRequests.Post("/epcis/capture?carrier=acme", Write());
    }

    public int Settle(HttpConnection answer) => answer.Status == 202 ? events : throw new InvalidOperationException($"A document was answered {answer.Status}.");

    private string Write()
    {
        body.Clear().Append(Head);
        for (var i = 0; i < events; i++)
        {
            var serial = Interlocked.Increment(ref made);
            body.Append(i == 0 ? "" : ",").Append(
                CultureInfo.InvariantCulture,
                $$$"""{"eventID":"urn:uuid:00000000-0000-4000-8000-{{{serial:x12}}}","type":"ObjectEvent","action":"OBSERVE","bizStep":"departing","disposition":"in_transit","epcList":["{{{Epc(parcelOf(serial))}}}"],"eventTime":"2026-03-01T10:00:00.000Z","eventTimeZoneOffset":"+01:00","readPoint":{"id":"urn:epc:id:sgln:4012345.00001.0"}}""");
        }

        return body.Append("]}}").ToString();
    }
}
