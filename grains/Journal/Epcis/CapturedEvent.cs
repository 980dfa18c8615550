using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Tracking.Journal.Epcis;

/// <summary>An event of EPCIS as it is kept.</summary>
public sealed record CapturedEvent
{
    /// <summary>Its eventID; one that was given to it where it came without.</summary>
    public required string Id { get; init; }

    /// <summary>When it was declared an error, microseconds since 1970 UTC; 0 where it was not. Such a declaration repeats the event with its id.</summary>
    public long DeclaredAt { get; init; }

    /// <summary>Where it stood in its document: JSON pointer.</summary>
    public required string Where { get; init; }

    /// <summary>Type, for example <c>ObjectEvent</c>.</summary>
    public required string Type { get; init; }

    /// <summary>ADD, OBSERVE or DELETE; null where its type has none.</summary>
    public string? Action { get; init; }

    /// <summary>When it happened, microseconds since 1970 UTC.</summary>
    public required long EventTime { get; init; }

    /// <summary>Business step, the vocabulary's word without its prefix.</summary>
    public string? Step { get; init; }

    /// <summary>Disposition, the vocabulary's word without its prefix.</summary>
    public string? Disposition { get; init; }

    /// <summary>Id of the read point.</summary>
    public string? ReadPoint { get; init; }

    /// <summary>Id of the business location.</summary>
    public string? Location { get; init; }

    /// <summary>The namespaces of its document beside the standard's, as JSON; null where there are none.</summary>
    public string? Context { get; init; }

    /// <summary>The event as JSON, with its id and without time of record.</summary>
    public required ReadOnlyMemory<byte> Payload { get; init; }

    /// <summary>The things that it names, none twice.</summary>
    public ImmutableArray<EventName> Names { get; init; } = [];

    /// <summary>Its id as the store's key has it: the first half of its SHA-256.</summary>
    internal Guid IdHash => HashOf(Id);

    internal static Guid HashOf(string id)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(id), hash);
        return new Guid(hash[..16], bigEndian: true);
    }
}

/// <summary>That an event names a thing.</summary>
/// <param name="Hash">The thing: the beginning of the SHA-256 of its URI in the one form that <c>EventName.HashOf</c>'s caller gives all.</param>
/// <param name="Roles">As what.</param>
public readonly record struct EventName(long Hash, EventNameRoles Roles)
{
    /// <summary>The hash of a URI.</summary>
    /// <param name="uri">The URI; of things that have several, always the same one.</param>
    public static long HashOf(string uri)
    {
        ArgumentNullException.ThrowIfNull(uri);
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(uri), hash);
        return BinaryPrimitives.ReadInt64BigEndian(hash);
    }
}

/// <summary>As what an event names a thing. The numbers are stored.</summary>
[Flags]
public enum EventNameRoles : byte
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
    /// <summary>As an EPC, whichever.</summary>
    AnyEpc = Object | Parent | Input | Output,
}
