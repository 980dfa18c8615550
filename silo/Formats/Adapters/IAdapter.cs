namespace Tracking.Formats.Adapters;

/// <summary>
/// Reads one format: bytes to canonical facts and complaints. Pure: no I/O, no clock, no state, so one serves everybody.
/// Whatever the bytes are, it neither throws nor hangs, and works in time and memory proportional to them.
/// </summary>
public interface IAdapter
{
    /// <summary>Its name outside, lower case, for example <c>x12</c>, <c>us-air</c> or <c>dhl</c>.</summary>
    string Name { get; }

    /// <summary>What it reads, in half a sentence for people.</summary>
    string Title { get; }

    /// <summary>The longest message that it takes, in bytes. The caller refuses longer ones before they are in memory.</summary>
    int MostBytes { get; }

    /// <summary>Whether the bytes look like this format. Cheap; must not say yes to another adapter's messages.</summary>
    /// <param name="message">The message, or at least its first kilobytes.</param>
    bool Recognises(ReadOnlySpan<byte> message);

    /// <summary>Reads a whole message. What is bad in it takes nothing else with it.</summary>
    /// <param name="message">The message as received, unpacked.</param>
    /// <param name="context">What the bytes do not say.</param>
    MessageReading Read(ReadOnlyMemory<byte> message, MessageContext context);
}
