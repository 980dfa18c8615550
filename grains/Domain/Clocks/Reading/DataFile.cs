namespace Tracking.Domain.Clocks.Reading;

/// <summary>A file of the clocks' data: a rule set, calendars or ports, as JSON.</summary>
/// <param name="Name">Its name, for messages.</param>
/// <param name="Text">Its content, UTF-8.</param>
public sealed record DataFile(string Name, ReadOnlyMemory<byte> Text);
