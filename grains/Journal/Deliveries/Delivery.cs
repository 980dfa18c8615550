namespace Tracking.Journal.Deliveries;

/// <summary>Where a message is.</summary>
public enum DeliveryState : byte
{
    /// <summary>It waits for its turn or its next attempt.</summary>
    Waiting = 0,

    /// <summary>The receiver has it.</summary>
    Delivered = 1,

    /// <summary>It was given up, with all that waited behind it, until somebody asks for it again.</summary>
    Dead = 2,
}

/// <summary>A message that is put into an endpoint's queue.</summary>
/// <param name="Id">Its stable id, the same however often it is sent.</param>
/// <param name="Shipment">The shipment, as carrier/number: its messages keep their order.</param>
/// <param name="Kind">What it tells, for example <c>hold.placed</c>.</param>
/// <param name="Body">What is sent.</param>
public sealed record NewDelivery(string Id, string Shipment, string Kind, ReadOnlyMemory<byte> Body);

/// <summary>A message of an endpoint.</summary>
/// <param name="Sequence">Its place among the messages of its endpoint, from 1.</param>
/// <param name="Id">Its stable id.</param>
/// <param name="Shipment">The shipment, as carrier/number.</param>
/// <param name="Kind">What it tells.</param>
/// <param name="MadeAt">When it was queued, microseconds since 1970 UTC.</param>
/// <param name="Body">What is sent; empty in lists.</param>
/// <param name="State">Where it is.</param>
/// <param name="NextAt">When it is tried next, microseconds since 1970 UTC.</param>
/// <param name="FirstAt">When it was first tried; null where it was not.</param>
/// <param name="Attempts">How often it was tried.</param>
/// <param name="Answer">What the last attempt came to; null where there was none.</param>
public sealed record Delivery(
    long Sequence, string Id, string Shipment, string Kind, long MadeAt, ReadOnlyMemory<byte> Body, DeliveryState State, long NextAt, long? FirstAt, int Attempts, string? Answer);

/// <summary>How far an endpoint is.</summary>
/// <param name="Cursor">Up to where in the feed its messages are queued.</param>
/// <param name="Sequence">Of its last message.</param>
/// <param name="PausedUntil">Nothing is sent before, microseconds since 1970 UTC.</param>
/// <param name="DisabledAt">Since when it takes no messages; null while it does.</param>
public sealed record DeliveryEndpoint(FeedCursor Cursor, long Sequence, long PausedUntil, long? DisabledAt);

/// <summary>What waits and what was given up.</summary>
/// <param name="Waiting">Messages that wait.</param>
/// <param name="Dead">Messages that were given up.</param>
/// <param name="OldestWaiting">When the oldest that waits was queued, microseconds since 1970 UTC; null where none does.</param>
public sealed record DeliveryCounts(long Waiting, long Dead, long? OldestWaiting);

/// <summary>Which messages are sent again; exactly one is given.</summary>
/// <param name="Message">The one with this id.</param>
/// <param name="Shipment">All of this shipment, as carrier/number.</param>
/// <param name="After">All after this sequence.</param>
public readonly record struct DeliveryChoice(string? Message, string? Shipment, long? After);
