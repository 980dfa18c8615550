using System.Buffers.Binary;
using System.IO.Hashing;
using System.Text.Json;
using NodaTime;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Live;
using Tracking.Domain.Clocks;
using Tracking.Domain.Shipments;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal;

namespace Tracking.Grains.Shipments;

/// <summary>The deadlines' part of an append: steps that follow from it, rows that change with it, and what the world is told.</summary>
internal readonly struct StreamDeadlines(ShipmentServices services)
{
    private const string Topic = "deadline-stepped";

    /// <summary>Some events with the steps of deadlines that follow from them.</summary>
    public ImmutableArray<ShipmentEvent> With(ShipmentState state, ImmutableArray<ShipmentEvent> events)
    {
        if (!MayConcern(events))
        {
            return events;
        }

        var after = state.After(events);
        return after.Picture.Holds.IsEmpty && after.Steps.IsEmpty
            ? events
            : events.AddRange(DeadlineSteps.Missing(after, services.Clocks, Instant.FromDateTimeOffset(services.Time.GetUtcNow())));
    }

    /// <summary>The rows after some events; default where they did not change.</summary>
    public ImmutableArray<DeadlineRow> Changed(ShipmentState before, ShipmentState after, ImmutableArray<ShipmentEvent> events)
    {
        if (!MayConcern(events) || (before.Picture.Holds.IsEmpty && after.Picture.Holds.IsEmpty))
        {
            return default;
        }

        var (old, now) = (DeadlineSteps.Rows(before, services.Clocks), DeadlineSteps.Rows(after, services.Clocks));
        return old.SequenceEqual(now) ? default : now;
    }

    /// <summary>One message for each step; its id is that of the event's place, so that it is the same however often it is sent.</summary>
    public static ImmutableArray<OutboxMessage> Told(Guid stream, ShipmentNumber number, int version, ImmutableArray<ShipmentEvent> events)
    {
        ImmutableArray<OutboxMessage>.Builder? told = null;
        for (var index = 0; index < events.Length; index++)
        {
            if (events[index] is DeadlineStepped step)
            {
                (told ??= ImmutableArray.CreateBuilder<OutboxMessage>()).Add(new OutboxMessage(IdOf(stream, version + index + 1), Topic, Payload(number, step)));
            }
        }

        return told is null ? [] : told.DrainToImmutable();
    }

    // An ordinary scan is no fact of any clock: an arrival is no presentation. Nor is what standing orders do, or what the carrier learns.
    private static bool MayConcern(ImmutableArray<ShipmentEvent> events)
    {
        foreach (var next in events)
        {
            if (next is not (ScanReported { Scan.Corrects: null } or OrderMatched or OrderReleased or HoldMadeKnown))
            {
                return true;
            }
        }

        return false;
    }

    private static Guid IdOf(Guid stream, int version)
    {
        Span<byte> bytes = stackalloc byte[20];
        stream.TryWriteBytes(bytes, bigEndian: true, out _);
        BinaryPrimitives.WriteInt32BigEndian(bytes[16..], version);
        return new Guid(XxHash128.Hash(bytes), bigEndian: true);
    }

    private static byte[] Payload(ShipmentNumber number, DeadlineStepped step) => JsonSerializer.SerializeToUtf8Bytes(new
    {
        carrier = number.Carrier,
        number = number.Number,
        authority = step.Key.Authority,
        hold = step.Key.Hold,
        clock = step.Key.Clock,
        ruleSet = step.RuleSet,
        state = ClockWords.Of(step.State),
        endsAt = new ReportedTime(step.EndsAt, 0).ToDateTimeOffset(),
        at = new ReportedTime(step.At, 0).ToDateTimeOffset(),
    });
}
