using Tracking.Formats.Adapters;
using Tracking.Formats.Fuzz;

namespace Tracking.Formats.Tests.Adapters;

/// <summary>Bytes that nobody meant: no exception escapes, nothing hangs, and what comes out the partner API itself would take.</summary>
public sealed class MutationTests
{
    private const int Inputs = 20_000;

    public static TheoryData<int> SeedsOfMutation => [1, 2, 3, 4];

    [Theory, MemberData(nameof(SeedsOfMutation))]
    public void Mutated_messages_are_read_or_refused(int seed)
    {
        var mutator = new Mutator(seed);
        for (var i = 0; i < Inputs / SeedsOfMutation.Count; i++)
        {
            var (adapter, message) = mutator.Next();
            var fault = Judge.Fault(adapter, message, i);
            Assert.True(fault is null, $"seed {seed}, input {i}: {adapter.Name} {fault}: {Convert.ToBase64String(message)}");
        }
    }

    [Fact]
    public void Every_seed_is_recognised_by_its_adapter_and_no_other()
    {
        foreach (var (name, message) in Seeds.All)
        {
            Assert.Equal([name], AllAdapters.All.Where(a => a.Recognises(message)).Select(a => a.Name));
            var reading = AllAdapters.All.First(a => a.Name == name).Read(message, Reading.Context with { Carrier = "ups", Authority = "us-cbp" });
            Assert.True(reading.Understood > 0, $"{name}: {string.Join("; ", reading.Complaints)}");
        }
    }

    [Fact]
    public void A_message_as_long_as_permitted_costs_what_is_stated()
    {
        foreach (var (name, message) in Seeds.All)
        {
            var adapter = AllAdapters.All.First(a => a.Name == name);
            var text = new List<byte>();
            while (text.Count + message.Length < 256 * 1024)
            {
                text.AddRange(message);
                text.Add((byte)'\n');
            }

            Assert.Null(Judge.Fault(adapter, [.. text], 0));
        }
    }
}
