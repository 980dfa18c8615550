using System.Collections.Immutable;
using System.Security.Cryptography;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;

namespace Tracking.Formats.Adapters;

/// <summary>Collects what an adapter finds in one message, within bounds.</summary>
public sealed class Findings
{
    /// <summary>Complaints, and unmapped codes, that are kept of one message; of the rest the number.</summary>
    public const int MostKept = 1_000;

    private readonly string _format;
    private readonly ImmutableArray<Fact>.Builder _facts = ImmutableArray.CreateBuilder<Fact>();
    private readonly ImmutableArray<Complaint>.Builder _complaints = ImmutableArray.CreateBuilder<Complaint>();
    private readonly ImmutableArray<UnmappedCode>.Builder _unmapped = ImmutableArray.CreateBuilder<UnmappedCode>();
    private int _complaintsLeftOut;
    private int _unmappedLeftOut;
    private bool _zoneNoted;

    /// <summary>Begins a message.</summary>
    /// <param name="adapter">Who reads it.</param>
    /// <param name="message">The message.</param>
    /// <param name="context">What the bytes do not say.</param>
    public Findings(IAdapter adapter, ReadOnlySpan<byte> message, MessageContext context)
    {
        ArgumentNullException.ThrowIfNull(adapter);
        ArgumentNullException.ThrowIfNull(context);
        _format = adapter.Name;
        Context = context;
        Sha256 = Convert.ToHexStringLower(SHA256.HashData(message));
    }

    /// <summary>What the bytes do not say.</summary>
    public MessageContext Context { get; }

    /// <summary>SHA-256 of the message.</summary>
    public string Sha256 { get; }

    /// <summary>How many messages in it were understood.</summary>
    public int Understood { get; set; }

    /// <summary>How many complaints there are so far, kept or not.</summary>
    public int Complaints => _complaints.Count + _complaintsLeftOut;

    /// <summary>How many facts there are so far.</summary>
    public int Facts => _facts.Count;

    /// <summary>The facts from an index on.</summary>
    /// <param name="first">The index.</param>
    public ImmutableArray<Fact> FactsFrom(int first) => first == _facts.Count ? [] : [.. _facts.Skip(first)];

    /// <summary>The complaints from an index on, as far as they are kept.</summary>
    /// <param name="first">The index.</param>
    public ImmutableArray<Complaint> ComplaintsFrom(int first) => first >= _complaints.Count ? [] : [.. _complaints.Skip(first)];

    /// <summary>Adds a fact; evidence, time of receipt and reporter are set here.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="where">Line, segment or JSON path.</param>
    public void Add(Fact fact, string where)
    {
        ArgumentNullException.ThrowIfNull(fact);
        _facts.Add(fact with
        {
            Evidence = new Evidence(Sha256, where),
            ReceivedAt = Context.Reception.ReceivedAt,
            ReportedBy = Context.Reception.ReportedBy,
        });
    }

    /// <summary>Takes back the facts from an index on: of a message that turned out to be broken.</summary>
    /// <param name="facts">How many are kept.</param>
    public void KeepFirst(int facts) => _facts.RemoveRange(facts, _facts.Count - facts);

    /// <summary>Adds a complaint.</summary>
    /// <param name="where">Line, segment or JSON path.</param>
    /// <param name="message">What is wrong, in one sentence.</param>
    /// <param name="remedy">What to do, in one sentence.</param>
    public void Complain(string where, string message, string remedy)
    {
        if (_complaints.Count < MostKept)
        {
            _complaints.Add(new Complaint(where, message, remedy));
        }
        else
        {
            _complaintsLeftOut++;
        }
    }

    /// <summary>Notes a code that no table has.</summary>
    /// <param name="system">Standard and element.</param>
    /// <param name="code">The code as it came.</param>
    /// <param name="where">Line, segment or JSON path.</param>
    public void Unmapped(string system, string code, string where)
    {
        if (_unmapped.Count < MostKept)
        {
            _unmapped.Add(new UnmappedCode(system, Texts.Cut(code, Json.Limits.Code) ?? "", where));
        }
        else
        {
            _unmappedLeftOut++;
        }
    }

    /// <summary>Complains that the time zone of a place is not known; once a message is enough.</summary>
    /// <param name="fit">What is known.</param>
    /// <param name="where">Line, segment or JSON path.</param>
    /// <param name="place">The place in words.</param>
    public void NoteZone(Places.LocalTimeFit fit, string where, string place)
    {
        if (fit == Places.LocalTimeFit.Known || _zoneNoted)
        {
            return;
        }

        _zoneNoted = true;
        Complain(
            where,
            fit == Places.LocalTimeFit.Assumed
                ? $"gives a local time without offset at {place}, which lies in several time zones: the one where most people live was taken"
                : $"gives a local time without offset, and the time zone of {place} is not known: it was read as UTC",
            "Send the offset, or a place that is known by its UN/LOCODE, IATA code or port code; further times of this message are not complained about.");
    }

    /// <summary>The number under a carrier; null with a complaint where it has no permitted form.</summary>
    /// <param name="carrier">The carrier's code; null where neither message nor caller names one.</param>
    /// <param name="number">The number as it came.</param>
    /// <param name="where">Line, segment or JSON path.</param>
    public ShipmentNumber? Number(string? carrier, string? number, string where)
    {
        if (carrier is null)
        {
            Complain(where, "names no carrier", "Say with the request whose numbers these are (carrier=code).");
            return null;
        }

        if (ShipmentNumber.TryCreate(carrier, number, out var result))
        {
            return result;
        }

        Complain(where, "has no number of a bill or piece in a permitted form", $"Send 1 to {ShipmentNumber.LongestNumber} characters of A-Z, 0-9 and - . / _.");
        return null;
    }

    /// <summary>Everything that was found.</summary>
    /// <param name="acknowledgement">The standard's own acknowledgement; empty where it has none.</param>
    public MessageReading ToReading(ReadOnlyMemory<byte> acknowledgement = default) => new()
    {
        Format = _format,
        Sha256 = Sha256,
        Understood = Understood,
        Facts = _facts.ToImmutable(),
        Complaints = _complaints.ToImmutable(),
        ComplaintsLeftOut = _complaintsLeftOut,
        Unmapped = _unmapped.ToImmutable(),
        UnmappedLeftOut = _unmappedLeftOut,
        Acknowledgement = acknowledgement,
    };
}
