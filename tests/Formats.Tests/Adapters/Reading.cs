using System.Text;
using Tracking.Contracts.Access;
using Tracking.Contracts.Facts;
using Tracking.Contracts.Identifiers;
using Tracking.Contracts.Statuses;
using Tracking.Formats.Adapters;

namespace Tracking.Formats.Tests.Adapters;

/// <summary>The one way in which the tests read messages: received on 24 November 2025 at noon UTC by a partner.</summary>
internal static class Reading
{
    public static DateTimeOffset ReceivedAt { get; } = new(2025, 11, 24, 18, 0, 0, TimeSpan.Zero);

    public static MessageContext Context { get; } = new(new Reception(ReportedTime.From(ReceivedAt).Microseconds, new Actor("ups", "feed", ActorRole.Partner)));

    public static MessageReading Of(string message, string? carrier = null, string? authority = null, CustomsProcedure? procedure = null, string? number = null) =>
        Of(Encoding.UTF8.GetBytes(message), carrier, authority, procedure, number);

    public static MessageReading Of(byte[] message, string? carrier = null, string? authority = null, CustomsProcedure? procedure = null, string? number = null)
    {
        var adapter = AllAdapters.Recognise(message);
        Assert.True(adapter is not null, $"nobody recognises {Encoding.UTF8.GetString(message.AsSpan(0, Math.Min(message.Length, 300)))}");
        return adapter.Read(message, Context with { Carrier = carrier, Authority = authority, Procedure = procedure, Number = number });
    }

    /// <summary>The decisions as short words: kind and code.</summary>
    public static string Words(MessageReading reading) => string.Join(' ', reading.Facts.Select(f => f switch
    {
        Decision decision => $"{EnumTexts.ToText(decision.Kind)}:{decision.Code}",
        Scan scan => $"{EnumTexts.ToText(scan.Status)}:{scan.Code}{(scan.Customs == CustomsReport.None ? "" : $":{EnumTexts.ToText(scan.Customs)}")}",
        _ => f.GetType().Name,
    }));

    public static string Text(ReadOnlyMemory<byte> bytes) => Encoding.UTF8.GetString(bytes.Span);
}
