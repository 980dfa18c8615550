using System.Globalization;
using System.Text;

namespace Tracking.Benchmarks.Load;

/// <summary>Documents of ObjectEvents, each with an id and an SSCC of its own.</summary>
internal sealed class EpcisRequests(int events) : IRequests
{
    private const string Head = """{"@context":["https://ref.gs1.org/standards/epcis/2.0.0/epcis-context.jsonld"],"type":"EPCISDocument","schemaVersion":"2.0","creationDate":"2026-03-01T11:00:00Z","epcisBody":{"eventList":[""";

    private static long made;

    private readonly StringBuilder body = new();

    public ReadOnlySpan<byte> Next()
    {
        body.Clear().Append(Head);
        for (var i = 0; i < events; i++)
        {
            var serial = Interlocked.Increment(ref made);
            body.Append(i == 0 ? "" : ",").Append(
                CultureInfo.InvariantCulture,
                $$$"""{"eventID":"urn:uuid:00000000-0000-4000-8000-{{{serial:x12}}}","type":"ObjectEvent","action":"OBSERVE","bizStep":"departing","disposition":"in_transit","epcList":["urn:epc:id:sscc:4012345.{{{serial % 10_000_000_000:d10}}}"],"eventTime":"2026-03-01T10:00:00.000Z","eventTimeZoneOffset":"+01:00","readPoint":{"id":"urn:epc:id:sgln:4012345.00001.0"}}""");
        }

        return HttpRequests.Post("/epcis/capture?carrier=acme", body.Append("]}}").ToString());
    }

    public int Settle(HttpConnection answer) => answer.Status == 202 ? events : throw new InvalidOperationException($"A document was answered {answer.Status}.");
}
