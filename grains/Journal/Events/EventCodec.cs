using System.Buffers;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Tracking.Domain.Shipments.Events;
using Tracking.Journal.Events.Stored;

namespace Tracking.Journal.Events;

/// <summary>
/// Events to bytes and back: one number per kind and version, JSON with short names. A number is never used again;
/// a kind that changes its form gets a new number, and the old one is still read.
/// </summary>
public static class EventCodec
{
    /// <summary>Number of <see cref="Domain.Shipments.Events.ScanReported"/>.</summary>
    public const short ScanReported = 1;

    /// <summary>Number of <see cref="Domain.Shipments.Events.ManifestFiled"/>.</summary>
    public const short ManifestFiled = 2;

    /// <summary>Number of <see cref="Domain.Shipments.Events.DispatchDeclared"/>.</summary>
    public const short DispatchDeclared = 3;

    /// <summary>Number of <see cref="Domain.Shipments.Events.DecisionReported"/>.</summary>
    public const short DecisionReported = 4;

    /// <summary>Number of <see cref="Domain.Shipments.Events.PieceAnswered"/>.</summary>
    public const short PieceAnswered = 5;

    /// <summary>Number of <see cref="Domain.Shipments.Events.LinkTold"/>.</summary>
    public const short LinkTold = 6;

    /// <summary>Number of <see cref="Domain.Shipments.Events.HoldMadeKnown"/>.</summary>
    public const short HoldMadeKnown = 7;

    /// <summary>Number of <see cref="Domain.Shipments.Events.OrderMatched"/>.</summary>
    public const short OrderMatched = 8;

    /// <summary>Number of <see cref="Domain.Shipments.Events.OrderReleased"/>.</summary>
    public const short OrderReleased = 9;

    /// <summary>Number of <see cref="Domain.Shipments.Events.CaseDecided"/>.</summary>
    public const short CaseDecided = 10;

    /// <summary>Number of <see cref="Domain.Shipments.Events.DeadlineStepped"/>.</summary>
    public const short DeadlineStepped = 11;

    /// <summary>Number of <see cref="Domain.Shipments.Events.BoxNamed"/>.</summary>
    public const short BoxNamed = 12;

    /// <summary>Number of <see cref="Domain.Shipments.Events.NoticeIssued"/>.</summary>
    public const short NoticeIssued = 20;

    /// <summary>Number of <see cref="Domain.Shipments.Events.DiscrepancyClosed"/>.</summary>
    public const short DiscrepancyClosed = 21;

    // Relaxed: payloads are never part of a page, and an operator reads 'São Paulo' rather than its escapes.
    private static readonly JsonWriterOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping, SkipValidation = true };

    [ThreadStatic]
    private static ArrayBufferWriter<byte>? buffer;

    [ThreadStatic]
    private static Utf8JsonWriter? writer;

    /// <summary>The stored form.</summary>
    /// <param name="value">The event.</param>
    /// <param name="notable">Whether people are told of it as it happens.</param>
    /// <exception cref="ArgumentException">The kind of event has no number yet.</exception>
    public static EncodedEvent Encode(ShipmentEvent value, bool notable)
    {
        var stored = StoredEvents.Default;
        return value switch
        {
            ScanReported scan => Encode(ScanReported, notable, StoredScan.From(scan.Scan), stored.StoredScan),
            ManifestFiled manifest => Encode(ManifestFiled, notable, StoredManifest.From(manifest.Manifest), stored.StoredManifest),
            DispatchDeclared dispatch => Encode(DispatchDeclared, notable, StoredDispatch.From(dispatch.Dispatch), stored.StoredDispatch),
            DecisionReported decision => Encode(DecisionReported, notable, StoredDecision.From(decision.Decision), stored.StoredDecision),
            PieceAnswered answered => Encode(PieceAnswered, notable, StoredLink.From(answered), stored.StoredLink),
            LinkTold told => Encode(LinkTold, notable, StoredLink.From(told), stored.StoredLink),
            HoldMadeKnown known => Encode(HoldMadeKnown, notable, StoredKnown.From(known), stored.StoredKnown),
            OrderMatched matched => Encode(OrderMatched, notable, StoredOrderMatched.From(matched), stored.StoredOrderMatched),
            OrderReleased released => Encode(OrderReleased, notable, StoredOrderReleased.From(released), stored.StoredOrderReleased),
            CaseDecided decided => Encode(CaseDecided, notable, StoredCase.Of(decided), stored.StoredCase),
            DeadlineStepped stepped => Encode(DeadlineStepped, notable, StoredStep.From(stepped), stored.StoredStep),
            BoxNamed named => Encode(BoxNamed, notable, new StoredBox { At = named.At }, stored.StoredBox),
            NoticeIssued notice => Encode(NoticeIssued, notable, StoredNotice.From(notice), stored.StoredNotice),
            DiscrepancyClosed closed => Encode(DiscrepancyClosed, notable, StoredClosing.From(closed), stored.StoredClosing),
            _ => throw new ArgumentException($"{value?.GetType().Name ?? "null"} has no number in the journal.", nameof(value)),
        };
    }

    /// <summary>The event, brought up to the newest form.</summary>
    /// <param name="type">The kind's number.</param>
    /// <param name="payload">The bytes.</param>
    /// <exception cref="InvalidDataException">The number is unknown or the bytes are not such an event.</exception>
    public static ShipmentEvent Decode(short type, ReadOnlySpan<byte> payload)
    {
        var stored = StoredEvents.Default;
        return type switch
        {
            ScanReported => new ScanReported(Read(type, payload, stored.StoredScan).ToScan()),
            ManifestFiled => new ManifestFiled(Read(type, payload, stored.StoredManifest).ToManifest()),
            DispatchDeclared => new DispatchDeclared(Read(type, payload, stored.StoredDispatch).ToDispatch()),
            DecisionReported => new DecisionReported(Read(type, payload, stored.StoredDecision).ToDecision()),
            PieceAnswered => Read(type, payload, stored.StoredLink).ToAnswered(),
            LinkTold => Read(type, payload, stored.StoredLink).ToTold(),
            HoldMadeKnown => Read(type, payload, stored.StoredKnown).ToKnown(),
            OrderMatched => Read(type, payload, stored.StoredOrderMatched).ToMatched(),
            OrderReleased => Read(type, payload, stored.StoredOrderReleased).ToReleased(),
            CaseDecided => Read(type, payload, stored.StoredCase).ToDecided(),
            DeadlineStepped => Read(type, payload, stored.StoredStep).ToStepped(),
            BoxNamed => new BoxNamed(Read(type, payload, stored.StoredBox).At),
            NoticeIssued => Read(type, payload, stored.StoredNotice).ToIssued(),
            DiscrepancyClosed => Read(type, payload, stored.StoredClosing).ToClosed(),
            _ => throw new InvalidDataException($"No event has the number {type}: it was written by a newer version."),
        };
    }

    private static EncodedEvent Encode<T>(short type, bool notable, T stored, JsonTypeInfo<T> form)
    {
        // The generated writer is called directly: the serializer would leave its fast path for the relaxed encoder.
        var bytes = buffer ??= new ArrayBufferWriter<byte>(1024);
        var json = writer ??= new Utf8JsonWriter(bytes, Plain);
        bytes.ResetWrittenCount();
        json.Reset();
        form.SerializeHandler!(json, stored);
        json.Flush();
        return new EncodedEvent(type, notable, bytes.WrittenSpan.ToArray());
    }

    private static T Read<T>(short type, ReadOnlySpan<byte> payload, JsonTypeInfo<T> form)
        where T : class
    {
        try
        {
            return JsonSerializer.Deserialize(payload, form) ?? throw new InvalidDataException($"An event of kind {type} is null.");
        }
        catch (JsonException error)
        {
            throw new InvalidDataException($"The bytes are not an event of kind {type}.", error);
        }
    }
}
