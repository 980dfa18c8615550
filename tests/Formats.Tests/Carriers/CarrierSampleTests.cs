using System.Text;
using CsCheck;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Carriers;
using Tracking.Formats.Json;

namespace Tracking.Formats.Tests.Carriers;

/// <summary>Messages of our own making, one or more a carrier: <c>Samples/carrier-*</c>, beside each the facts in it.</summary>
public sealed class CarrierSampleTests
{
    private static readonly string Folder = Path.Combine(Repository.Root, "tests", "Formats.Tests", "Carriers", "Samples");

    private static readonly string[] Names = [.. Directory.EnumerateFiles(Folder).Where(f => !f.EndsWith(".facts", StringComparison.Ordinal)).Select(f => Path.GetFileName(f)).Order(StringComparer.Ordinal)];

    public static TheoryData<string> Samples => [.. Names];

    [Theory, MemberData(nameof(Samples))]
    public void A_sample_is_recognised_by_its_carrier_alone_and_gives_its_facts(string sample)
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, sample));
        var adapter = Assert.Single(AllAdapters.All, a => a.Recognises(bytes));
        Assert.StartsWith(adapter.Name, sample, StringComparison.Ordinal);
        var reading = adapter.Read(bytes, new MessageContext(Formats.Tests.Samples.Reception));
        var facts = new StringBuilder();
        foreach (var fact in reading.Facts)
        {
            facts.Append(Encoding.UTF8.GetString(FactJson.ToUtf8(fact))).Append(" @ ").Append(fact.Evidence!.Where).Append('\n');
        }

        foreach (var unmapped in reading.Unmapped)
        {
            facts.Append($"unmapped {unmapped.System} {unmapped.Code} @ {unmapped.Where}\n");
        }

        foreach (var complaint in reading.Complaints)
        {
            facts.Append($"complaint {complaint.Path}: {complaint.Message}\n");
        }

        var expected = Path.Combine(Folder, sample + ".facts");
        if (!File.Exists(expected))
        {
            // Of a new sample: to be looked through, and kept if it is right.
            File.WriteAllText(expected, facts.ToString());
            Assert.Fail($"{expected} was missing and is written now: look whether it is right.");
        }

        Assert.Equal(File.ReadAllText(expected), facts.ToString());
    }

    [Fact]
    public void Every_carrier_has_a_sample() =>
        Assert.All(CarrierAdapters.All, a => Assert.Contains(Names, n => n.StartsWith(a.Name + "-", StringComparison.Ordinal) || n.StartsWith(a.Name + ".", StringComparison.Ordinal)));

    [Fact]
    public void A_code_that_no_table_has_is_kept_and_moves_nothing()
    {
        var bytes = File.ReadAllBytes(Path.Combine(Folder, "dhl-express.xml"));
        var reading = Dhl(bytes);
        var unknown = Assert.IsType<Scan>(reading.Facts[^1]);
        Assert.Equal((TransportStatus.NoNews, CustomsReport.None, "QQ", "Something new"), (unknown.Status, unknown.Customs, unknown.Code, unknown.Text));
        Assert.Equal(new UnmappedCode("dhl event", "QQ", unknown.Evidence!.Where), Assert.Single(reading.Unmapped));
    }

    [Fact]
    public void No_carriers_message_gives_anything_but_scans() => Assert.All(
        Names.Select(s => File.ReadAllBytes(Path.Combine(Folder, s))),
        bytes => Assert.All(AllAdapters.Recognise(bytes)!.Read(bytes, new MessageContext(Formats.Tests.Samples.Reception)).Facts, f => Assert.IsType<Scan>(f)));

    [Theory, MemberData(nameof(Samples))]
    public void Damaged_bytes_give_facts_or_complaints_and_no_exception(string sample)
    {
        var whole = File.ReadAllBytes(Path.Combine(Folder, sample));
        var adapter = AllAdapters.Recognise(whole)!;
        var damage = Gen.Select(Gen.Int[0, whole.Length - 1], Gen.Byte, Gen.Int[0, 2]).Array[1, 6];
        damage.Sample(
            damages =>
            {
                var bytes = new List<byte>(whole);
                foreach (var (at, value, kind) in damages)
                {
                    var where = Math.Min(at, bytes.Count - 1);
                    switch (kind)
                    {
                        case 0:
                            bytes[where] = value;
                            break;
                        case 1:
                            bytes.RemoveRange(where, Math.Min(value, bytes.Count - where - 1));
                            break;
                        default:
                            bytes.InsertRange(where, bytes.Slice(where, Math.Min(value, bytes.Count - where)));
                            break;
                    }
                }

                var reading = adapter.Read(bytes.ToArray(), new MessageContext(Formats.Tests.Samples.Reception));
                return reading.Facts.All(IsReadable);
            },
            iter: 1_500);
    }

    // What goes into the journal must be what the partner API itself would take.
    private static bool IsReadable(Fact fact) => FactJson.ReaderOf(fact).Read(FactJson.ToUtf8(fact), Formats.Tests.Samples.Reception).Fact is not null;

    private static MessageReading Dhl(byte[] bytes) => CarrierAdapters.All.First(a => a.Name == "dhl").Read(bytes, new MessageContext(Formats.Tests.Samples.Reception));
}
