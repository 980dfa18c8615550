using System.Diagnostics.Metrics;
using Tracking.Formats.Adapters;

namespace Tracking.Silo.Api.Messages;

/// <summary>What an operator sees of foreign messages: meter <c>Tracking.Formats</c>.</summary>
internal sealed class MessageMetrics : IDisposable
{
    public const string MeterName = "Tracking.Formats";

    private readonly Meter _meter = new(MeterName);
    private readonly Counter<long> _messages;
    private readonly Counter<long> _unmapped;

    public MessageMetrics()
    {
        _messages = _meter.CreateCounter<long>("tracking.formats.messages", "{message}", "Messages that were understood.");
        _unmapped = _meter.CreateCounter<long>("tracking.formats.unmapped", "{code}", "Codes that no table has.");
    }

    public void Read(MessageReading reading)
    {
        var format = new KeyValuePair<string, object?>("format", reading.Format);
        _messages.Add(reading.Understood, format);
        _unmapped.Add(reading.Unmapped.Length + reading.UnmappedLeftOut, format);
    }

    public void Dispose() => _meter.Dispose();
}
