using System.Reflection;
using System.Text;
using System.Text.Json;
using CsCheck;
using Tracking.Contracts.Facts;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal.Events;

namespace Tracking.Journal.Tests.Events;

public sealed class EventCodecTests
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    [Fact]
    public void Every_event_comes_back_as_it_was() => EventSamples.All.Sample(
        value =>
        {
            var encoded = EventCodec.Encode(value, notable: true);
            Assert.Equal(Describe(value), Describe(EventCodec.Decode(encoded.Type, encoded.Payload)));
        },
        iter: 5_000,
        seed: "0N0XIzNsQ0O2");

    [Fact]
    public void Every_kind_of_event_has_a_number_of_its_own_and_a_golden_file()
    {
        var kinds = typeof(ShipmentEvent).Assembly.GetTypes().Where(type => type.IsSubclassOf(typeof(ShipmentEvent)) && !type.IsAbstract).Select(type => type.Name).ToArray();
        var numbers = typeof(EventCodec).GetFields(BindingFlags.Public | BindingFlags.Static)
            .Where(field => field.IsLiteral)
            .ToDictionary(field => field.Name, field => (short)field.GetRawConstantValue()!);
        Assert.Equal(kinds.Order(), numbers.Keys.Order());
        Assert.Equal(numbers.Count, numbers.Values.Distinct().Count());
        Assert.Equal(numbers.Values.Select(number => $"{number}").Order(), Golden().Select(file => file.Name.Split('-')[0]).Distinct().Order());
    }

    public static TheoryData<string> GoldenFiles => [.. Golden().Select(file => file.Name)];

    /// <summary>What was written once must be read for ever, and is still written like that: a change of form needs a new number.</summary>
    [Theory]
    [MemberData(nameof(GoldenFiles))]
    public void What_was_written_once_is_read_and_written_again(string name)
    {
        var file = Golden().Single(golden => golden.Name == name);
        var type = short.Parse(name.Split('-')[0]);
        var value = EventCodec.Decode(type, Encoding.UTF8.GetBytes(file.Text));
        var encoded = EventCodec.Encode(value, notable: false);
        Assert.Equal(type, encoded.Type);
        Assert.Equal(Canonical(file.Text), Encoding.UTF8.GetString(encoded.Payload));
    }

    [Theory]
    [InlineData(99, "{}")]
    [InlineData(0, "{}")]
    [InlineData(1, "")]
    [InlineData(1, "null")]
    [InlineData(1, "{}")]
    [InlineData(1, "{\"c\":\"ups\",\"n\":\"1Z\"}")]
    [InlineData(1, "{\"c\":\"ups\",\"n\":\"1Z\",\"b\":\"nobody\"}")]
    [InlineData(1, "{\"c\":\"UPS!\",\"n\":\"1Z\",\"b\":\"a/b/1\"}")]
    [InlineData(3, "{\"c\":\"ups\",\"n\":\"1Z\",\"b\":\"a/b/1\"}")]
    [InlineData(6, "{\"bc\":\"ups\",\"bn\":\"1\",\"pc\":\"ups\",\"pn\":\"2\",\"f\":\"xyz\"}")]
    public void Bytes_that_are_no_event_are_told_apart_from_events(short type, string payload) =>
        Assert.Throws<InvalidDataException>(() => EventCodec.Decode(type, Encoding.UTF8.GetBytes(payload)));

    [Fact]
    public void Details_of_parties_never_reach_an_event()
    {
        var manifest = new Manifest
        {
            Number = World.Number("1Z1"),
            Source = "ups",
            OccurredAt = default,
            ReceivedAt = 1,
            ReportedBy = World.Carrier,
            Parties = [new Party(PartyRole.Consignee, "r1", "BR", new PartyDetails { Name = "José" })],
        };
        Assert.DoesNotContain("José", Encoding.UTF8.GetString(EventCodec.Encode(new ManifestFiled(manifest), false).Payload), StringComparison.Ordinal);
    }

    [Fact]
    public void A_scan_is_small_and_names_its_source_only_where_it_is_not_the_carrier()
    {
        var own = EventCodec.Encode(World.Scan(World.Number("1Z999AA10123456784"), "e1"), false).Payload;
        Assert.True(own.Length < 200, Encoding.UTF8.GetString(own));
        Assert.DoesNotContain("\"s\":", Encoding.UTF8.GetString(own), StringComparison.Ordinal);
    }

    private static string Describe(ShipmentEvent value) => JsonSerializer.Serialize<object>(value);

    private static string Canonical(string text)
    {
        using var document = JsonDocument.Parse(text);
        return JsonSerializer.Serialize(document.RootElement, Plain);
    }

    private static IEnumerable<(string Name, string Text)> Golden()
    {
        var assembly = typeof(EventCodecTests).Assembly;
        foreach (var resource in assembly.GetManifestResourceNames().Where(name => name.Contains(".Golden.", StringComparison.Ordinal)))
        {
            using var reader = new StreamReader(assembly.GetManifestResourceStream(resource)!);
            yield return (resource[(resource.IndexOf(".Golden.", StringComparison.Ordinal) + 8)..], reader.ReadToEnd());
        }
    }
}
