using System.Collections.Immutable;
using Tracking.Contracts.Facts;
using Tracking.Formats.Adapters;

namespace Tracking.Formats.Epcis;

/// <summary>An event of EPCIS as a repository needs it: whole, and by what it is asked for.</summary>
public sealed record EpcisEvent
{
    /// <summary>Where it stood in its document: JSON pointer.</summary>
    public required string Where { get; init; }

    /// <summary>Its eventID; one that is made of its content where it came without.</summary>
    public required string Id { get; init; }

    /// <summary>When it was declared an error, microseconds since 1970 UTC; 0 where it was not.</summary>
    public required long DeclaredAt { get; init; }

    /// <summary>Type, for example <c>ObjectEvent</c>.</summary>
    public required string Type { get; init; }

    /// <summary>ADD, OBSERVE or DELETE; null where its type has none.</summary>
    public required string? Action { get; init; }

    /// <summary>When it happened, microseconds since 1970 UTC.</summary>
    public required long EventTime { get; init; }

    /// <summary>Business step in short.</summary>
    public required string? Step { get; init; }

    /// <summary>Disposition in short.</summary>
    public required string? Disposition { get; init; }

    /// <summary>Id of the read point.</summary>
    public required string? ReadPoint { get; init; }

    /// <summary>Id of the business location.</summary>
    public required string? Location { get; init; }

    /// <summary>The event as JSON, with its id and without time of record.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The things that it names, each once, in the form of <see cref="EpcisNames"/>.</summary>
    public required ImmutableArray<(string Uri, EpcisRole Role)> Names { get; init; }

    /// <summary>What it says of parcels.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }
}

/// <summary>As what an event names a thing.</summary>
[Flags]
public enum EpcisRole : byte
{
    /// <summary>Not at all.</summary>
    None = 0,
    /// <summary>In epcList or childEPCs.</summary>
    Object = 1,
    /// <summary>As parentID.</summary>
    Parent = 2,
    /// <summary>In inputEPCList.</summary>
    Input = 4,
    /// <summary>In outputEPCList.</summary>
    Output = 8,
    /// <summary>In bizTransactionList.</summary>
    Transaction = 16,
}

/// <summary>An event that breaks the rules.</summary>
/// <param name="Where">JSON pointer.</param>
/// <param name="Complaints">What is wrong; at least one.</param>
public sealed record RefusedEvent(string Where, ImmutableArray<Complaint> Complaints);

/// <summary>A document of EPCIS as a repository needs it.</summary>
/// <param name="Namespaces">The context beside the standard's own, as JSON; null where there is none.</param>
/// <param name="Events">The events that keep the rules.</param>
/// <param name="Refused">The others.</param>
/// <param name="Message">Facts, complaints and codes of the whole document.</param>
/// <param name="IsDocument">Whether it could be read as a document or an event at all; if not, the complaints of <paramref name="Message"/> say why.</param>
public sealed record EpcisDocument(string? Namespaces, ImmutableArray<EpcisEvent> Events, ImmutableArray<RefusedEvent> Refused, MessageReading Message, bool IsDocument);
