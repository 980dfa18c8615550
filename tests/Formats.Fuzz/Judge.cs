using System.Diagnostics;
using System.Text;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;
using Tracking.Formats.Json;

namespace Tracking.Formats.Fuzz;

/// <summary>Reads a message and says what is wrong with how it was read; nothing is wrong with a message that is refused.</summary>
public static class Judge
{
    /// <summary>Allocated bytes that reading a message may cost beside those for its length.</summary>
    public const long AllocatedOnce = 256 * 1024;

    /// <summary>Allocated bytes that reading a message may cost for each of its bytes.</summary>
    public const long AllocatedPerByte = 256;

    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(5);

    private static readonly MessageContext Context = new(new Reception(1_764_007_200_000_000, new Actor("ups", "feed", ActorRole.Partner)))
    {
        Carrier = "ups",
        Authority = "us-cbp",
    };

    // Tables are read when they are first asked for: that is no message's cost.
    static Judge()
    {
        foreach (var (name, message) in Seeds.All)
        {
            AllAdapters.All.First(a => a.Name == name).Read(message, Context);
        }
    }

    /// <summary>What is wrong; null where nothing is.</summary>
    /// <param name="adapter">Who reads it.</param>
    /// <param name="message">The message.</param>
    /// <param name="varied">Varies what the caller says beside it.</param>
    public static string? Fault(IAdapter adapter, byte[] message, int varied)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(message);
        var context = (varied & 3) switch
        {
            0 => Context,
            1 => Context with { Carrier = null },
            2 => Context with { Procedure = CustomsProcedure.Import },
            _ => Context with { Authority = null, Procedure = CustomsProcedure.Export },
        };
        var before = GC.GetAllocatedBytesForCurrentThread();
        var begun = Stopwatch.GetTimestamp();
        MessageReading reading;
        try
        {
            foreach (var other in AllAdapters.All)
            {
                other.Recognises(message);
            }

            reading = adapter.Read(message, context);
        }
        catch (Exception exception) when (exception is not OutOfMemoryException)
        {
            return $"throws {exception}";
        }

        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;
        if (allocated > AllocatedOnce + (AllocatedPerByte * message.Length))
        {
            return $"allocates {allocated} bytes for {message.Length}";
        }

        return Stopwatch.GetElapsedTime(begun) > Longest ? $"takes {Stopwatch.GetElapsedTime(begun)}" : FaultOf(reading, context);
    }

    private static string? FaultOf(MessageReading reading, MessageContext context)
    {
        foreach (var fact in reading.Facts)
        {
            if (fact.Evidence is not { Where.Length: > 0 and <= 64 } || fact.Evidence.Sha256 != reading.Sha256)
            {
                return $"has a fact without evidence: {fact}";
            }

            // What comes out must be what the partner API itself takes.
            var json = FactJson.ToUtf8(fact);
            var again = FactJson.ReaderOf(fact).Read(json, context.Reception);
            if (again.Fact is null || !FactJson.ToUtf8(again.Fact).AsSpan().SequenceEqual(json))
            {
                return $"has a fact that the partner API refuses: {Encoding.UTF8.GetString(json)}: {string.Join("; ", again.Complaints)}";
            }
        }

        return FaultOfUnmapped(reading) ?? reading.Complaints.Select(c => c.Message.Length == 0 || c.Remedy.Length == 0 || c.Path.Length == 0 ? $"complains without place or remedy: {c}" : null).FirstOrDefault(f => f is not null);
    }

    private static string? FaultOfUnmapped(MessageReading reading)
    {
        foreach (var code in reading.Unmapped)
        {
            var moved = reading.Facts.FirstOrDefault(f => f is Decision { Kind: DecisionKind.Released or DecisionKind.HoldRemoved } decision && decision.Code == code.Code && f.Evidence!.Where == code.Where);
            if (moved is not null)
            {
                return $"releases by a code that no table has: {moved}";
            }
        }

        return null;
    }
}
