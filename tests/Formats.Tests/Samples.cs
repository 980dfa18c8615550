using System.Text;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Formats;
using Tracking.Formats.Json;

namespace Tracking.Formats.Tests;

/// <summary>Items that can be read, and the one way in which the tests read them.</summary>
internal static class Samples
{
    public const string Scan =
        """{"carrier":"ups","number":"1Z999AA10123456784","id":"e-1","occurredAt":"2026-03-01T14:05:00.5+01:00","status":"in-transit-departed","code":"DP","text":"Departed","place":{"locode":"USMEM"},"pieces":2,"weightKg":1.5,"container":"AKE1","masterBill":"406-1","customs":"held"}""";

    public const string Manifest =
        """{"carrier":"ups","number":"B1","id":"m-1","occurredAt":"2026-03-01T00:00:00Z","pieces":["P1","P2"],"pieceCount":3,"parties":[{"role":"consignee","name":"A. Person","address":"Road 1","country":"US","email":"a@example.org","phone":"+1 1","account":"77"}],"origin":{"postalCode":"10115","country":"DE"},"destination":{"country":"US"},"goods":[{"description":"Watches","hsCode":"9102.11","brand":"Acme","value":12.50,"currency":"usd","quantity":3,"weightKg":0.4}],"masterBill":"406-1","conveyance":"5X61","portOfEntry":"2095","expectedArrival":"2026-03-02T04:00:00-06:00"}""";

    public const string Dispatch =
        """{"marketplace":"olist","account":"s-9","carrier":"correios","number":"BR1","id":"d-1","occurredAt":"2026-03-01T00:00:00Z","order":"o-1","listing":"l-1","goods":[{"description":"Bag","brand":"Acme","value":10,"currency":"BRL"}]}""";

    public const string Decision =
        """{"authority":"us-cbp","territory":"US","procedure":"import","kind":"hold-placed","carrier":"ups","number":"B1","id":"1H-1","occurredAt":"2026-03-01T00:00:00Z","sequence":7,"pieces":["P1"],"hold":{"kind":"ipr-detention","legalBasis":"19 CFR 133.21","reason":"Suspected mark","reference":"H-1","code":"1H/1I","port":"2095","reasonRestricted":true}}""";

    public static Actor Reporter { get; } = new("ups", "feed", ActorRole.Partner);

    public static Reception Reception { get; } = new(1_772_000_000_000_000, Reporter);

    public static TheoryData<string, string> All { get; } = new()
    {
        { "scan", Scan }, { "manifest", Manifest }, { "dispatch", Dispatch }, { "decision", Decision },
    };

    public static FactReader ReaderOf(string kind) => kind switch
    {
        "scan" => ScanJson.Instance,
        "manifest" => ManifestJson.Instance,
        "dispatch" => DispatchJson.Instance,
        _ => DecisionJson.Instance,
    };

    public static string SampleOf(string kind) => kind switch
    {
        "scan" => Scan,
        "manifest" => Manifest,
        "dispatch" => Dispatch,
        _ => Decision,
    };

    public static FactReading Read(string kind, string json, int index = -1) => ReaderOf(kind).Read(Encoding.UTF8.GetBytes(json), Reception, index);

    public static Fact Fact(string kind, string json)
    {
        var reading = Read(kind, json);
        Assert.Empty(reading.Complaints);
        return reading.Fact!;
    }
}
