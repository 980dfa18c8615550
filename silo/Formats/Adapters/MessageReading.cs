using System.Collections.Immutable;
using Tracking.Contracts.Facts;

namespace Tracking.Formats.Adapters;

/// <summary>What an adapter made of a message.</summary>
public sealed record MessageReading
{
    /// <summary>The name of the adapter.</summary>
    public required string Format { get; init; }

    /// <summary>SHA-256 of the message, 64 lower-case hexadecimal digits; every fact's evidence names it.</summary>
    public required string Sha256 { get; init; }

    /// <summary>How many messages in it (transactions, notifications, events) were understood, whether or not they gave facts.</summary>
    public required int Understood { get; init; }

    /// <summary>The facts, in the order of the message; each carries where it stood as its evidence.</summary>
    public required ImmutableArray<Fact> Facts { get; init; }

    /// <summary>What is wrong; <see cref="Complaint.Path"/> is the line, segment or JSON path.</summary>
    public required ImmutableArray<Complaint> Complaints { get; init; }

    /// <summary>How many complaints there were beyond those kept.</summary>
    public int ComplaintsLeftOut { get; init; }

    /// <summary>Codes that no table has. Their facts are kept and move nothing.</summary>
    public required ImmutableArray<UnmappedCode> Unmapped { get; init; }

    /// <summary>How many unmapped codes there were beyond those kept.</summary>
    public int UnmappedLeftOut { get; init; }

    /// <summary>The standard's own acknowledgement (997, 999, CONTRL), ready to be sent once the facts are durable; empty where it has none.</summary>
    public ReadOnlyMemory<byte> Acknowledgement { get; init; }
}

/// <summary>A code that no table has.</summary>
/// <param name="System">Whose code: standard and element, for example <c>us-air csn</c>, <c>x12 1650</c>.</param>
/// <param name="Code">The code as it came, at most 32 characters.</param>
/// <param name="Where">Line, segment or JSON path.</param>
public readonly record struct UnmappedCode(string System, string Code, string Where);
