using Tracking.Contracts.Consolidations;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Contracts.Statuses;
using Tracking.Domain.Shipments;
using Tracking.Journal.Events;

namespace Tracking.Journal;

/// <summary>One command's events, appended all or not at all, with everything that changes with them.</summary>
public sealed record Append
{
    /// <summary>The stream: a UUID of version 7, so that streams lie in the order of their first fact.</summary>
    public required Guid Stream { get; init; }

    /// <summary>The number that the stream is about.</summary>
    public required ShipmentNumber Number { get; init; }

    /// <summary>Which use of the number, from 1.</summary>
    public int Life { get; init; } = 1;

    /// <summary>The version that the head must still have; 0 where the stream is new.</summary>
    public required int ExpectedVersion { get; init; }

    /// <summary>Names this append: sent again after an unknown outcome, it is found and not done twice.</summary>
    public required Guid AppendId { get; init; }

    /// <summary>The events, in order; at least one. The first gets version <see cref="ExpectedVersion"/> + 1.</summary>
    public required ImmutableArray<EncodedEvent> Events { get; init; }

    /// <summary>The head row before them; the empty one where the stream is new.</summary>
    public required ShipmentHead Before { get; init; }

    /// <summary>The head row after them.</summary>
    public required ShipmentHead Head { get; init; }

    /// <summary>How many of the events are facts.</summary>
    public int Facts { get; init; }

    /// <summary>The open holds after the append, all of them; default where they did not change.</summary>
    public ImmutableArray<HoldRow> Holds { get; init; }

    /// <summary>The open deadlines after the append, all of them; default where they did not change.</summary>
    public ImmutableArray<DeadlineRow> Deadlines { get; init; }

    /// <summary>What the stream has in the index of boxes after the append, all of it; default where that did not change.</summary>
    public ImmutableArray<ContentRow> Contents { get; init; }

    /// <summary>Details of parties, kept beside the stream.</summary>
    public ImmutableArray<PartyRecord> Parties { get; init; } = [];

    /// <summary>Features that the events bring, for the index by which standing orders find streams; default where they bring none.</summary>
    public ImmutableArray<ulong> Features { get; init; }

    /// <summary>What must be told to the world, exactly once each.</summary>
    public ImmutableArray<OutboxMessage> Outbox { get; init; } = [];

    /// <summary>Whether the stream is new.</summary>
    public bool IsFirst => ExpectedVersion == 0;

    /// <summary>Whether the row that lists filter by must be written. A new stream is listed whatever its first append says, or nobody would find it.</summary>
    public bool ChangesListing => IsFirst || Head.ListsDifferently(Before);

    /// <summary>Whether the main status that lists filter by must be written.</summary>
    public bool ChangesStage => IsFirst || Head.Status.Main() != Before.Status.Main();

    /// <summary>Whether of the head only status, place and time of the last fact change.</summary>
    public bool OnlyMoves => !IsFirst && Head.OnlyMovesFrom(Before);

    /// <summary>The stream's version after the append.</summary>
    public int VersionAfter => ExpectedVersion + Events.Length;
}
